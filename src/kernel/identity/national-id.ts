import { isCalendarDay } from '../time/calendar-day.js';
import { plainText } from './plain-text.js';

/**
 * Resident identity numbers (公民身份号码), GB 11643-1999:
 * 6 digits area code (GB/T 2260), 8 digits birth date (YYYYMMDD), 3 digits sequence (odd male, even female),
 * 1 check character by ISO 7064 MOD 11-2 (`0`-`9` or `X`).
 *
 * Permanent residents from abroad carry numbers of the same make whose first digit is 9, so these pass too.
 * Area codes are not looked up: a person keeps the code of an area that has long been dissolved.
 */

export type NationalIdRefusal = 'LENGTH' | 'CHARACTERS' | 'BIRTH_DATE' | 'CHECK_DIGIT';

export type NationalId =
  | {
      readonly ok: true;
      /** 18 characters, `X` in upper case. */
      readonly value: string;
      /** `YYYY-MM-DD`. */
      readonly birthDate: string;
      readonly gender: 'MALE' | 'FEMALE';
      /** 6 digits, GB/T 2260, as of the day the number was given. */
      readonly areaCode: string;
    }
  | { readonly ok: false; readonly reason: NationalIdRefusal };

/** GB 11643-1999, 4.2: 2^(18 - i) mod 11 for i = 1..17. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/**
 * The 18th character that belongs to the first 17 digits.
 * @throws RangeError when `first17` is not 17 digits; callers parse first.
 */
export function nationalIdCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('nationalIdCheckCharacter takes 17 digits');
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * WEIGHTS[i]!;
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/**
 * Reads a number as people type it (spaces, full-width digits, small `x`) and tells what it says.
 * The first rule broken is reported, in the order of `NationalIdRefusal`. The birth date must be a calendar day
 * of the years 1800 to 2199; whether it lies in the future, or makes the person too young, is for the caller, who
 * knows the day. Numbers of the old 15-digit form ceased on 1 January 2013 and are refused (LENGTH).
 */
export function parseNationalId(text: string): NationalId {
  const value = plainText(text).toUpperCase();
  if (value.length !== 18) return { ok: false, reason: 'LENGTH' };
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return { ok: false, reason: 'CHARACTERS' };
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (birthDate < '1800' || birthDate >= '2200' || !isCalendarDay(birthDate))
    return { ok: false, reason: 'BIRTH_DATE' };
  if (nationalIdCheckCharacter(value.slice(0, 17)) !== value.charAt(17)) return { ok: false, reason: 'CHECK_DIGIT' };
  const gender = value.charCodeAt(16) % 2 === 1 ? 'MALE' : 'FEMALE';
  return { ok: true, value, birthDate, gender, areaCode: value.slice(0, 6) };
}

/**
 * The form in which a number may be shown: first four and last three characters, `3101***********02X`.
 *
 * Chinese practice hides the birth date and shows a head and a tail (前三后四, 前四后四, 前六后四). Where the birth
 * date is known from elsewhere, the wider of these leave so few unknown digits that the check character gives them
 * away. Four and three keep the county and the first digit of the sequence hidden as well, and still let a clerk
 * compare with the card on the desk.
 *
 * Anything that is not 18 characters of digits, `X` and `*` becomes 18 stars, which tells nothing of it. Masking twice changes nothing.
 */
export function maskNationalId(value: string): string {
  if (/^\d{4}\*{11}[\d*]{2}[\dX*]$/.test(value)) return value;
  const plain = plainText(value).toUpperCase();
  if (!/^[\d*]{17}[\dX*]$/.test(plain)) return '*'.repeat(18);
  return `${plain.slice(0, 4)}***********${plain.slice(15)}`;
}
