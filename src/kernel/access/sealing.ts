import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a sealed value stands; a value moved anywhere else does not open. */
export interface SealPlace {
  readonly districtId: number;
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts single values (AES-256-GCM) and makes keyed blind indexes (HMAC-SHA-256) for equality look-ups.
 * Layout of a sealed value: version byte, nonce, tag, ciphertext; the version lets keys and algorithms change.
 */
export class Sealer {
  constructor(readonly masterKey: Buffer) {}

  seal(plain: string, place: SealPlace): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key(`seal:${place.districtId}`), nonce);
    cipher.setAAD(Buffer.from(describe(place)));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
  }

  /** Errors: a plain Error when the value was altered, moved, or sealed under another key. */
  open(sealed: Uint8Array, place: SealPlace): string {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== VERSION) throw new Error(`sealed value of unknown version ${bytes[0]}`);
    const tagAt = 1 + NONCE_BYTES;
    const bodyAt = tagAt + TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', this.#key(`seal:${place.districtId}`), bytes.subarray(1, tagAt));
    decipher.setAAD(Buffer.from(describe(place)));
    decipher.setAuthTag(bytes.subarray(tagAt, bodyAt));
    return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]).toString('utf8');
  }

  /** Equal for equal values of one district and column only; version byte and 16 bytes. */
  blindIndex(value: string, districtId: number, column: string): Buffer {
    const digest = createHmac('sha256', this.#key(`index:${districtId}:${column}`))
      .update(value)
      .digest();
    return Buffer.concat([Buffer.from([VERSION]), digest.subarray(0, 16)]);
  }

  /** As key objects: handing the bytes to every call costs three times the encryption itself. */
  readonly #derived = new Map<string, KeyObject>();

  #key(purpose: string): KeyObject {
    let key = this.#derived.get(purpose);
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', this.masterKey, 'lianxin', purpose, 32)));
      this.#derived.set(purpose, key);
    }
    return key;
  }
}

function describe({ districtId, table, column, rowId }: SealPlace): string {
  return `${districtId}/${table}/${column}/${rowId}`;
}

/** The master key of this installation, 32 bytes in `<home>/keys/sealing.key` (mode 0600), made at first use. */
export function fileSealer(home: string): Sealer {
  return new Sealer(readOrCreateKey(join(home, 'keys'), 'sealing.key'));
}

/** A random secret of 32 bytes in a file; the first process to come creates it, the others read it. */
export function readOrCreateKey(folder: string, name: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  if (!existsSync(path)) {
    // Complete before it has its name: another process never reads half a key, and the first name stays.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
  if (key.length !== 32) throw new Error(`${path} must hold 32 bytes in base64; restore it from the backup`);
  return key;
}
