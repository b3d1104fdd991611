import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** One file of an export, as its manifest names it. */
export interface ExportedFile {
  readonly file: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A folder of an export: only its owner may read it, since what is in it is about people. */
export class ExportFolder {
  private constructor(readonly path: string) {}

  /** Errors: the folder is there and not empty. */
  static async open(path: string): Promise<ExportFolder> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    if ((await readdir(path)).length > 0)
      throw new Error(`${path} is not empty; an export goes into a folder of its own.`);
    return new ExportFolder(path);
  }

  /** Takes away what was written: a copy that nobody asked for is one too many. */
  async discard(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  /** Writes a file and answers only when it is on the disk. */
  async write(file: string, content: AsyncIterable<string | Uint8Array>): Promise<ExportedFile> {
    const path = join(this.path, file);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const target = await open(path, 'wx', 0o600);
    try {
      return { file, ...(await fill(target, content)) };
    } finally {
      await target.close();
    }
  }

  /** Reads every file again. Errors: one is not what was written. */
  async verify(files: readonly ExportedFile[]): Promise<void> {
    for (const { file, sha256 } of files) {
      const hash = createHash('sha256');
      await pipeline(createReadStream(join(this.path, file)), hash);
      if (hash.digest('hex') !== sha256) throw new Error(`${join(this.path, file)} is not what was written.`);
    }
  }

  /** Names of files are on the disk only when their folders are, which a machine that loses its power may not have done. */
  async settle(): Promise<void> {
    // Windows writes folders by itself and opens none.
    if (process.platform === 'win32') return;
    const below = await readdir(this.path, { recursive: true, withFileTypes: true });
    const folders = below.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
    for (const folder of [...folders, this.path, dirname(this.path)]) {
      const opened = await open(folder, 'r');
      await opened.sync().finally(() => opened.close());
    }
  }

  /** How many rows a file holds. */
  async countLines(file: string): Promise<number> {
    let lines = 0;
    for await (const line of createInterface(createReadStream(join(this.path, file)))) lines += line ? 1 : 0;
    return lines;
  }
}

async function fill(
  target: FileHandle,
  content: AsyncIterable<string | Uint8Array>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of Readable.from(content, { objectMode: true })) {
    const chunk = typeof part === 'string' ? Buffer.from(part) : (part as Uint8Array);
    hash.update(chunk);
    await target.write(chunk);
    bytes += chunk.length;
  }
  await target.sync();
  return { bytes, sha256: hash.digest('hex') };
}
