import type { Readable } from 'node:stream';

/**
 * Keeps sealed contents under keys of the form `a/b/c`. It is trusted with nothing: what it holds is encrypted and
 * authenticated before it comes here.
 */
export interface FileStorage {
  /** Stores a stream of exactly `size` bytes; what was not stored as a whole is not there. */
  put(key: string, content: Readable, size: number): Promise<void>;
  /** Errors: a plain Error when there is nothing under the key. */
  get(key: string): Promise<Readable>;
  /** Nothing under the key is as good as removed. */
  delete(key: string): Promise<void>;
}

/** Keys are made by the platform alone; this is the last door before a path. */
export function assertStorageKey(key: string): void {
  if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new Error('this is no key of a stored file');
}
