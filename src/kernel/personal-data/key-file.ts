import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { KEY_BYTES } from './envelope.js';

/** A random secret of 32 bytes in a file; the first process to come creates it, the others read it. */
export function readOrCreateKey(folder: string, name: string): Buffer {
  const path = join(folder, name);
  createOnce(path, () => `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  return readKey(path);
}

/** Errors: a plain Error when the file does not hold 32 bytes in base64. */
export function readKey(path: string): Buffer {
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${path} must hold 32 bytes in base64; restore it from the backup`);
  return key;
}

/** Writes a file of mode 0600 unless it is there. Of several processes one wins; what it wrote stays. */
export function createOnce(path: string, content: () => string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Complete before it has its name: another process never reads half a key, and the first name stays.
  const draft = writeDraft(path, content());
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  flushFolder(path);
}

/** A complete copy beside the file, on disk, ready to take its name. */
export function writeDraft(path: string, content: string): string {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  return draft;
}

/** Makes a new name survive a loss of power, before anything is encrypted with what it holds. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return; // Folders cannot be opened there.
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
