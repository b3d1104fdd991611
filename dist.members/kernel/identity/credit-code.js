import { plainText } from './plain-text.js';
/** The 31 permitted characters, each worth its position: no I, O, S, V, Z. */
export const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100-2015, 5.6: 3^(i - 1) mod 31 for i = 1..17. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/;
/**
 * The 18th character that belongs to the first 17.
 * @throws RangeError when `first17` is not the body of a code; callers parse first.
 */
export function creditCodeCheckCharacter(first17) {
    if (!BODY.test(first17))
        throw new RangeError('creditCodeCheckCharacter takes the first 17 characters of a code');
    let sum = 0;
    for (let i = 0; i < 17; i++)
        sum += CREDIT_CODE_CHARACTERS.indexOf(first17.charAt(i)) * WEIGHTS[i];
    return CREDIT_CODE_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}
/**
 * Reads a code as people type it (spaces, full-width and small letters). The first rule broken is reported.
 * The inner check character of the organization code is not examined: codes in force break it, the outer one holds.
 */
export function parseCreditCode(text) {
    const value = plainText(text).toUpperCase();
    if (value.length !== 18)
        return { ok: false, reason: 'LENGTH' };
    const body = value.slice(0, 17);
    if (!BODY.test(body) || !CREDIT_CODE_CHARACTERS.includes(value.charAt(17)))
        return { ok: false, reason: 'CHARACTERS' };
    if (creditCodeCheckCharacter(body) !== value.charAt(17))
        return { ok: false, reason: 'CHECK_CHARACTER' };
    return {
        ok: true,
        value,
        registrar: value.charAt(0),
        areaCode: value.slice(2, 8),
        organizationCode: value.slice(8, 17),
    };
}
/** Whether `text` is a valid code, as `parseCreditCode` reads it. */
export function isCreditCode(text) {
    return parseCreditCode(text).ok;
}
/** GB 11714-1997: weights of the first eight characters of an organization code; letters count A = 10 … Z = 35. */
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/**
 * The ninth character of an organization code (GB 11714-1997, mod 11, `X` for ten).
 * @throws RangeError when `first8` is not eight digits or capital letters.
 */
export function organizationCodeCheckCharacter(first8) {
    if (!/^[0-9A-Z]{8}$/.test(first8))
        throw new RangeError('organizationCodeCheckCharacter takes 8 characters');
    let sum = 0;
    for (let i = 0; i < 8; i++)
        sum += Number.parseInt(first8.charAt(i), 36) * ORGANIZATION_WEIGHTS[i];
    const check = (11 - (sum % 11)) % 11;
    return check === 10 ? 'X' : String(check);
}
//# sourceMappingURL=credit-code.js.map