import { hkdfSync, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decrypt, keyFrom } from './envelope.js';
import { readKey } from './key-file.js';
import type { SealedPlace } from './vault.js';

/** First byte of a value of the first format. */
export const VERSION_ONE = 1;

/**
 * Values and blind indexes of the first format: one key per district, derived from `<home>/keys/sealing.key`. Only
 * installations that began with it have the file; `lianxin keys reseal` makes an end of such values.
 */
export class VersionOne {
  readonly #path: string;
  readonly #keys = new Map<number, KeyObject>();

  constructor(home: string) {
    this.#path = join(home, 'keys', 'sealing.key');
  }

  /** Whether the installation began with this format. */
  get present(): boolean {
    return existsSync(this.#path);
  }

  /** Errors: a plain Error when the value was altered or moved, or the key file is gone. */
  open(districtId: number, { table, column, rowId }: SealedPlace, sealed: Buffer): Buffer {
    return decrypt(this.#key(districtId), withoutVersion(sealed), `${districtId}/${table}/${column}/${rowId}`);
  }

  /** The key of a blind index, so that what stands in the database stays valid; `null` without the file. */
  indexKey(districtId: number, name: string): Buffer | null {
    return this.present ? this.#derive(`index:${districtId}:${name}`) : null;
  }

  #key(districtId: number): KeyObject {
    let key = this.#keys.get(districtId);
    if (!key) {
      key = keyFrom(this.#derive(`seal:${districtId}`));
      this.#keys.set(districtId, key);
    }
    return key;
  }

  #derive(purpose: string): Buffer {
    if (!this.present) throw new Error(`values of the first format need ${this.#path}; restore it from the backup`);
    return Buffer.from(hkdfSync('sha256', readKey(this.#path), 'lianxin', purpose, 32));
  }
}

/** That version byte was not authenticated. */
function withoutVersion(sealed: Buffer): Buffer {
  return sealed.subarray(1);
}
