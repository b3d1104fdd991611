import { FolderStorage } from './folder-storage.js';
import { S3Storage } from './s3-storage.js';
import type { FileStorage } from './storage.js';

/** Where files are kept: a folder, or `s3://bucket/prefix?endpoint=…&region=…` with the file of its key. */
export interface StorageAddress {
  readonly location: string;
  readonly keyFile: string | undefined;
}

/** The storage at an address. Errors: a plain Error for an address or key file that cannot be used. */
export function openFileStorage({ location, keyFile }: StorageAddress): FileStorage {
  return location.startsWith('s3://') ? S3Storage.open(location, keyFile) : new FolderStorage(location);
}
