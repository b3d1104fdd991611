import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What encryption adds to the length of a value. */
const OVERHEAD = NONCE_BYTES + TAG_BYTES;

/** Bytes of every key here: AES-256. */
export const KEY_BYTES = 32;

/**
 * AES-256-GCM: nonce, tag, ciphertext, behind an optional head that is authenticated as well. `about` says where the
 * value stands and whose it is; it must be the same at opening.
 */
export function encrypt(key: KeyObject, plain: Uint8Array | string, about: string, head: Buffer = NO_HEAD): Buffer {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(additional(head, about));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  const rest = cipher.final();
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body, rest]);
}

/** Random bytes for nonces, drawn for many at once: asked for one by one they cost as much as the encryption. */
let pool = Buffer.alloc(0);

function newNonce(): Buffer {
  if (pool.length < NONCE_BYTES) pool = randomBytes(NONCE_BYTES * 256);
  const nonce = pool.subarray(0, NONCE_BYTES);
  pool = pool.subarray(NONCE_BYTES);
  return nonce;
}

/** Errors: a plain Error when the bytes were altered, moved, or encrypted with another key. */
export function decrypt(key: KeyObject, sealed: Buffer, about: string, headBytes = 0): Buffer {
  if (sealed.length < headBytes + OVERHEAD) throw new Error('a sealed value is too short');
  const tagAt = headBytes + NONCE_BYTES;
  const bodyAt = tagAt + TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(headBytes, tagAt));
  decipher.setAAD(additional(sealed.subarray(0, headBytes), about));
  decipher.setAuthTag(sealed.subarray(tagAt, bodyAt));
  return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]);
}

/** As a key object: handing the bytes to every call costs three times the encryption itself. Empties the given bytes. */
export function keyFrom(bytes: Buffer): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

const NO_HEAD = Buffer.alloc(0);

function additional(head: Buffer, about: string): Buffer {
  return head.length === 0 ? Buffer.from(about) : Buffer.concat([head, Buffer.from(about)]);
}
