import { plainText } from './plain-text.js';

/**
 * Mobile numbers of mainland China: 11 digits, the first 1, the second 3 to 9 (MIIT numbering plan 电信网编号计划).
 * Which of the ranges is in service changes every year and is not examined. Landlines and numbers of other regions
 * are refused: the number is where text messages and card notices go.
 */

export type PhoneNumberRefusal = 'CHARACTERS' | 'LENGTH' | 'NOT_MOBILE';

export type PhoneNumber =
  /** `value`: 11 digits without country code, the form that is stored and compared. */
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: PhoneNumberRefusal };

/** Drops what people put around and between the digits, and the country code in its forms `+86`, `0086`, `86`. */
function bare(text: string): string {
  const digits = plainText(text).replace(/[-‐-―().·]/g, '');
  return digits.replace(/^(?:\+86|0086|86(?=.{11}$))/, '');
}

/** Reads a number as people type it: `+86 138-0000 1234`, `（86）138…`, full-width digits. The first rule broken is reported. */
export function parsePhoneNumber(text: string): PhoneNumber {
  const value = bare(text);
  if (!/^\d*$/.test(value)) return { ok: false, reason: 'CHARACTERS' };
  if (value.length !== 11) return { ok: false, reason: 'LENGTH' };
  if (!/^1[3-9]/.test(value)) return { ok: false, reason: 'NOT_MOBILE' };
  return { ok: true, value };
}

/**
 * The form in which a number may be shown: `138****1234`.
 * Anything that is not a mobile number becomes 11 stars. Masking twice changes nothing.
 */
export function maskPhoneNumber(value: string): string {
  if (/^1[3-9]\d\*{4}\d{4}$/.test(value)) return value;
  const plain = bare(value);
  if (!/^1[3-9]\d[\d*]{4}\d{4}$/.test(plain)) return '*'.repeat(11);
  return `${plain.slice(0, 3)}****${plain.slice(7)}`;
}
