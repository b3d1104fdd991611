import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Readable } from 'node:stream';

/**
 * Layout: version byte, then pieces of 64 KiB, each AES-256-GCM with its tag behind it. The nonce of a piece is its
 * number and whether it is the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so
 * that pieces cannot be left out, put in another order, or cut off. A key seals one stream only.
 */
const VERSION = 1;
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

type Bytes = AsyncIterable<Uint8Array>;

/** Size of the sealed form of `size` bytes. */
export function sealedSize(size: number): number {
  return 1 + size + Math.max(1, Math.ceil(size / PIECE_BYTES)) * TAG_BYTES;
}

/** Seals a stream while it passes; `place` says where it belongs, and it opens nowhere else. */
export async function* sealStream(content: Bytes, key: Uint8Array, place: string): AsyncGenerator<Buffer> {
  yield Buffer.from([VERSION]);
  for await (const { number, last, bytes } of pieces(content, PIECE_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last));
    cipher.setAAD(Buffer.from(place));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens a sealed stream piece by piece. Errors: a plain Error at the first piece that is not as it was sealed. */
export async function* openSealed(sealed: Bytes, key: Uint8Array, place: string): AsyncGenerator<Buffer> {
  for await (const { number, last, bytes } of pieces(withoutVersion(sealed), PIECE_BYTES + TAG_BYTES)) {
    const end = bytes.length - TAG_BYTES;
    if (end < 0) throw new Error('a sealed file was cut off');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(end));
    const plain = Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
    if (plain.length > 0) yield plain;
  }
}

/** {@link sealStream} as a stream that holds two pieces at most; the key is emptied when it ends. */
export function sealedStream(content: Bytes, key: Buffer, place: string): Readable {
  return Readable.from(sealStream(content, key, place), { highWaterMark: 1 }).once('close', () => key.fill(0));
}

/** {@link openSealed} as such a stream. It closes its source also when nobody has begun to read. */
export function openedStream(sealed: Readable, key: Buffer, place: string): Readable {
  return Readable.from(openSealed(sealed, key, place), { highWaterMark: 1 }).once('close', () => {
    sealed.destroy();
    key.fill(0);
  });
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = last ? 1 : 0;
  return nonce;
}

interface Piece {
  readonly number: number;
  readonly last: boolean;
  readonly bytes: Buffer;
}

/** Cuts a stream into pieces of `size` bytes; the last one is shorter, or empty when nothing came at all. */
async function* pieces(content: Bytes, size: number): AsyncGenerator<Piece> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const part of content) {
    let rest = part;
    // A full piece is held back until more comes: only then it is known not to be the last.
    while (held + rest.length > size) {
      const taken = size - held;
      yield { number, last: false, bytes: Buffer.concat([...parts, rest.subarray(0, taken)]) };
      number += 1;
      rest = rest.subarray(taken);
      parts = [];
      held = 0;
    }
    if (rest.length > 0) parts.push(rest);
    held += rest.length;
  }
  yield { number, last: true, bytes: Buffer.concat(parts) };
}

async function* withoutVersion(sealed: Bytes): AsyncGenerator<Uint8Array> {
  let seen = false;
  for await (const part of sealed) {
    if (part.length === 0) continue;
    if (seen) {
      yield part;
      continue;
    }
    if (part[0] !== VERSION) throw new Error(`a sealed file of unknown version ${part[0]}`);
    seen = true;
    yield part.subarray(1);
  }
  if (!seen) throw new Error('a sealed file was cut off');
}
