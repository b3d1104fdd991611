import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^32 possible keys, about 190 bits. */
const SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
/** How much of the secret is shown in lists, so that people tell keys apart; the rest still holds 140 bits. */
const SHOWN_LENGTH = 8;

const FORM = new RegExp(`^lxk_(?:live|demo)_[0-9A-Za-z]{${SECRET_LENGTH}}_[0-9A-Za-z]{${CHECKSUM_LENGTH}}$`);

/** A new key: `lxk_<live|demo>_<32 characters>_<checksum>`. Scanners of leaked secrets know it by form and checksum. */
export function newKey(environment: 'live' | 'demo'): string {
  const secret = Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const body = `lxk_${environment}_${secret}`;
  return `${body}_${checksumOf(body)}`;
}

/** Whether a token claims to be a key of a client, right or wrong. */
export function looksLikeKey(token: string): boolean {
  return token.startsWith('lxk_');
}

/** Whether form and checksum are right: a typing error costs no question to the database. */
export function isWellFormed(key: string): boolean {
  const split = key.lastIndexOf('_');
  return FORM.test(key) && checksumOf(key.slice(0, split)) === key.slice(split + 1);
}

/** What is stored of a key. It has 190 bits, so a plain hash cannot be turned back. */
export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** What people see of a key later on: `lxk_live_4f9Kq2Zt`. */
export function shownPartOf(key: string): string {
  return key.slice(0, 'lxk_live_'.length + SHOWN_LENGTH);
}

/** CRC-32 (as in zlib) of the text before the last underscore, in base 62, six characters. */
function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = '';
  while (rest > 0) {
    digits = ALPHABET[rest % ALPHABET.length] + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return digits.padStart(CHECKSUM_LENGTH, '0');
}
