import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { FolderStorage } from '../../../src/kernel/files/folder-storage.js';

test('what is removed is gone together with the draft of a process that ended while it wrote', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-storage-'));
  try {
    const storage = new FolderStorage(folder);
    await storage.put('a/b', Readable.from([Buffer.from('sealed')]), 6);
    writeFileSync(join(folder, 'a', 'b.part'), 'half');
    await storage.delete('a/b');
    expect(['a/b', 'a/b.part'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
