import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assertStorageKey, type FileStorage } from './storage.js';

/** Files in a folder of this machine, or one that all machines share. */
export class FolderStorage implements FileStorage {
  constructor(readonly folder: string) {}

  async put(key: string, content: Readable, size: number): Promise<void> {
    const path = this.#path(key);
    const draft = `${path}.part`;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = createWriteStream(draft, { mode: 0o600, flush: true });
      await pipeline(content, file);
      if (file.bytesWritten !== size) throw new Error('the content has another size than announced');
      await rename(draft, path);
    } catch (error) {
      // The source must end as well, or whoever feeds it would wait for ever.
      content.destroy();
      await rm(draft, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Readable> {
    // Opened before it is handed out: a file that is not there fails here and not in the middle of an answer.
    const file = await open(this.#path(key), 'r');
    return createReadStream('', { fd: file });
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
    // What a process left behind that ended while it wrote.
    await rm(`${this.#path(key)}.part`, { force: true });
  }

  #path(key: string): string {
    assertStorageKey(key);
    return join(this.folder, key);
  }
}
