import { type KeyObject, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decrypt, encrypt, KEY_BYTES, keyFrom } from './envelope.js';
import { createOnce, flushFolder, writeDraft } from './key-file.js';
import type { KeyService, Wrapped } from './key-service.js';

const ringFile = z.object({
  current: z.string(),
  versions: z
    .array(
      z.object({
        /** Number and a random part, so that the ring of another installation is never mistaken for this one. */
        id: z.string().regex(/^\d+-[0-9a-f]{8}$/),
        key: z.base64().length(44),
        madeAt: z.iso.datetime(),
      }),
    )
    .min(1),
});
type RingFile = z.infer<typeof ringFile>;

/** The key ring in a file of mode 0600, shared by all processes of an installation, made at first use. */
export class KeyRing implements KeyService {
  readonly #path: string;
  #keys: ReadonlyMap<string, KeyObject> = new Map();

  constructor(home: string) {
    this.#path = join(home, 'keys', 'ring.json');
  }

  async wrap(plain: Buffer, context: string): Promise<Wrapped> {
    // Read anew: another process may have rotated. Wrapping happens when a key is made, which is rare.
    const { current } = this.#read();
    return { keyId: current, wrapped: encrypt(this.#keys.get(current)!, plain, context) };
  }

  async unwrap(keyId: string, wrapped: Buffer, context: string): Promise<Buffer> {
    if (!this.#keys.has(keyId)) this.#read();
    const key = this.#keys.get(keyId);
    if (!key) {
      throw new Error(
        `${this.#path} has no version ${keyId}, which wraps keys of this database; restore the ring from its backup`,
      );
    }
    return decrypt(key, wrapped, context);
  }

  async rotate(): Promise<string> {
    this.#read();
    return this.#alone(() => {
      const ring = this.#read();
      const version = newVersion(1 + Math.max(...ring.versions.map(({ id }) => Number.parseInt(id, 10))));
      const draft = writeDraft(this.#path, textOf({ current: version.id, versions: [...ring.versions, version] }));
      renameSync(draft, this.#path);
      flushFolder(this.#path);
      return version.id;
    });
  }

  #read(): RingFile {
    createOnce(this.#path, () => {
      const first = newVersion(1);
      return textOf({ current: first.id, versions: [first] });
    });
    const ring = ringFile.safeParse(parsed(readFileSync(this.#path, 'utf8')));
    if (!ring.success || !ring.data.versions.some(({ id }) => id === ring.data.current)) {
      throw new Error(`${this.#path} is no key ring; restore it from the backup`);
    }
    this.#keys = new Map(ring.data.versions.map(({ id, key }) => [id, keyFrom(Buffer.from(key, 'base64'))]));
    return ring.data;
  }

  /** One rotation at a time, on whatever process. */
  #alone<T>(work: () => T): T {
    const lock = `${this.#path}.lock`;
    try {
      closeSync(openSync(lock, 'wx', 0o600));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new Error(`another process rotates the ring; if none does, remove ${lock}`);
    }
    try {
      return work();
    } finally {
      unlinkSync(lock);
    }
  }
}

function newVersion(number: number): RingFile['versions'][number] {
  return {
    id: `${number}-${randomBytes(4).toString('hex')}`,
    key: randomBytes(KEY_BYTES).toString('base64'),
    madeAt: new Date().toISOString(),
  };
}

function textOf(ring: RingFile): string {
  return `${JSON.stringify(ring, null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
