import { kernelErrors, parseNationalId, parsePhoneNumber, } from '../../../kernel/index.js';
import { errors } from '../errors.js';
/** Labour Law of the PRC, art. 15: nobody works below 16. */
const MINIMUM_AGE = 16;
/**
 * Checks what is stated of a person who joins on `on`; gender and birth date come from the identity number. Problems
 * are collected under `path`; the answer is null when there is one.
 */
export function checkPerson(stated, on, problems, path) {
    let fits = true;
    const refused = (...problem) => {
        fits = false;
        problems.add(...problem);
    };
    const name = plainLine(stated.name);
    if (name === null || name.length === 0 || [...name].length > 50) {
        refused(kernelErrors.INVALID_VALUE, [...path, 'name'], { reason: '1–50' });
    }
    const occupation = plainLine(stated.occupation);
    if (occupation === null || [...occupation].length > 50) {
        refused(kernelErrors.INVALID_VALUE, [...path, 'occupation'], { reason: '0–50' });
    }
    const phone = parsePhoneNumber(stated.phone);
    if (!phone.ok)
        refused(errors.MEMBER_PHONE_INVALID, [...path, 'phone']);
    const id = parseNationalId(stated.nationalId);
    if (!id.ok) {
        refused(errors.MEMBER_NATIONAL_ID_INVALID, [...path, 'nationalId']);
        return null;
    }
    if (stated.gender != null && stated.gender !== id.gender)
        refused(errors.MEMBER_GENDER_MISMATCH, [...path, 'gender']);
    if (stated.birthDate != null && stated.birthDate !== id.birthDate) {
        refused(errors.MEMBER_BIRTH_DATE_MISMATCH, [...path, 'birthDate']);
    }
    if (yearsLater(id.birthDate, MINIMUM_AGE) > on) {
        refused(errors.MEMBER_AGE_UNFIT, [...path, 'nationalId'], { age: MINIMUM_AGE });
    }
    if (!fits || name === null || occupation === null || !phone.ok)
        return null;
    const { gender, birthDate, value: nationalId } = id;
    return { name, nationalId, phone: phone.value, gender, birthDate, employmentType: stated.employmentType, occupation };
}
/** One line without leading and trailing space; null when it holds control or invisible format characters. */
function plainLine(text) {
    const line = text.trim().normalize('NFC');
    return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line) ? null : line;
}
function yearsLater(day, years) {
    return String(Number(day.slice(0, 4)) + years).padStart(4, '0') + day.slice(4);
}
/** Identity number and phone as they are stored in the row of a member: sealed, and as blind indexes. */
export function sealPerson(ctx, rowId, person) {
    return {
        nationalIdSealed: seal(ctx, 'members', 'national_id_sealed', rowId, person.nationalId),
        nationalIdIndex: nationalIdIndex(ctx, person.nationalId),
        phoneSealed: seal(ctx, 'members', 'phone_sealed', rowId, person.phone),
        phoneIndex: phoneIndex(ctx, person.phone),
    };
}
export function nationalIdIndex(ctx, nationalId) {
    return ctx.kernel.sealer.blindIndex(nationalId, ctx.district.id, 'national_id');
}
export function phoneIndex(ctx, phone) {
    return ctx.kernel.sealer.blindIndex(phone, ctx.district.id, 'phone');
}
export function seal(ctx, table, column, rowId, plain) {
    return ctx.kernel.sealer.seal(plain, { districtId: ctx.district.id, table, column, rowId });
}
/** The plain value of a sealed column; whoever shows it masks it. */
export function open(ctx, table, column, rowId, sealed) {
    return ctx.kernel.sealer.open(sealed, { districtId: ctx.district.id, table, column, rowId });
}
//# sourceMappingURL=person.js.map