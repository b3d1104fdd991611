import { createHash, randomBytes } from 'node:crypto';

/** Crockford's alphabet: no I, L, O, U, which people confuse or read into words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** A fresh code of 80 random bits, `XXXX-XXXX-XXXX-XXXX`: a leaked digest leads to none within its life. */
export function newInvitationCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** What is kept of a code, however it was typed: without regard to case, hyphens, spaces and look-alikes. */
export function digestOfCode(districtId: number, code: string): Buffer {
  const read = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(`${districtId}:${read}`).digest();
}
