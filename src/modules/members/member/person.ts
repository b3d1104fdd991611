import {
  type CalendarDay,
  kernelErrors,
  parseNationalId,
  parsePhoneNumber,
  plainLine,
  type Problems,
  type RequestContext,
  type SealedPlace,
} from '../../../kernel/index.js';
import { errors } from '../errors.js';

/** Labour Law of the PRC, art. 15: nobody works below 16. */
const MINIMUM_AGE = 16;

/** A person as stated by themselves, an employer or a spreadsheet. */
export interface StatedPerson {
  readonly name: string;
  readonly nationalId: string;
  readonly phone: string;
  readonly gender?: string | null;
  readonly birthDate?: string | null;
  readonly employmentType: string;
  readonly occupation: string;
}

/** The same person with everything checked and in the form that is stored. */
export interface CheckedPerson {
  readonly name: string;
  readonly nationalId: string;
  readonly phone: string;
  readonly gender: 'MALE' | 'FEMALE';
  readonly birthDate: CalendarDay;
  readonly employmentType: string;
  readonly occupation: string;
}

/**
 * Checks what is stated of a person who joins on `on`; gender and birth date come from the identity number. Problems
 * are collected under `path`; the answer is null when there is one.
 */
export function checkPerson(
  stated: StatedPerson,
  on: CalendarDay,
  problems: Problems,
  path: readonly string[],
): CheckedPerson | null {
  let fits = true;
  const refused = (...problem: Parameters<Problems['add']>): void => {
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
  if (!phone.ok) refused(errors.MEMBER_PHONE_INVALID, [...path, 'phone']);
  const id = parseNationalId(stated.nationalId);
  if (!id.ok) {
    refused(errors.MEMBER_NATIONAL_ID_INVALID, [...path, 'nationalId']);
    return null;
  }
  if (stated.gender != null && stated.gender !== id.gender) refused(errors.MEMBER_GENDER_MISMATCH, [...path, 'gender']);
  if (stated.birthDate != null && stated.birthDate !== id.birthDate) {
    refused(errors.MEMBER_BIRTH_DATE_MISMATCH, [...path, 'birthDate']);
  }
  if (yearsLater(id.birthDate, MINIMUM_AGE) > on) {
    refused(errors.MEMBER_AGE_UNFIT, [...path, 'nationalId'], { age: MINIMUM_AGE });
  }
  if (!fits || name === null || occupation === null || !phone.ok) return null;
  const { gender, birthDate, value: nationalId } = id;
  return { name, nationalId, phone: phone.value, gender, birthDate, employmentType: stated.employmentType, occupation };
}

function yearsLater(day: CalendarDay, years: number): CalendarDay {
  return String(Number(day.slice(0, 4)) + years).padStart(4, '0') + day.slice(4);
}

/**
 * Identity number and phone as they are stored in the row of a member: sealed, and as blind indexes. `index` is that of
 * the identity number, where it is at hand.
 */
export async function sealPerson(
  tx: RequestContext,
  memberId: string,
  { nationalId, phone }: CheckedPerson,
  index?: Buffer,
) {
  const { vault } = tx.kernel;
  const [nationalIdSealed, phoneSealed, idIndex, numberIndex] = await Promise.all([
    vault.seal(tx, placeInRegister(memberId, 'national_id_sealed'), nationalId),
    vault.seal(tx, placeInRegister(memberId, 'phone_sealed'), phone),
    index ?? nationalIdIndex(tx, nationalId),
    phoneIndex(tx, phone),
  ]);
  return { nationalIdSealed, nationalIdIndex: idIndex, phoneSealed, phoneIndex: numberIndex };
}

export function nationalIdIndex(ctx: RequestContext, nationalId: string): Promise<Buffer> {
  return ctx.kernel.vault.blindIndex(ctx, 'national_id', nationalId);
}

export function phoneIndex(ctx: RequestContext, phone: string): Promise<Buffer> {
  return ctx.kernel.vault.blindIndex(ctx, 'phone', phone);
}

/** Where a sealed value stands in the register. */
export function placeInRegister(memberId: string, column: 'national_id_sealed' | 'phone_sealed'): SealedPlace {
  return { table: 'members', column, rowId: memberId, personId: memberId };
}

/** Where the phone number stands that an applicant stated. */
export function placeInApplication(applicationId: string, memberId: string): SealedPlace {
  return { table: 'membership_applications', column: 'phone_sealed', rowId: applicationId, personId: memberId };
}
