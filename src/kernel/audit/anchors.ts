import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { District } from '../kernel.js';
import type { SealHead } from './seal.js';

const ENDING = '.jsonl';

/** A seal as it was at some moment, written down outside the database. */
export interface Anchor {
  /** RFC 3339. */
  readonly at: string;
  readonly district: string;
  /** Number of the seal. */
  readonly seal: string;
  /** Its hash, hexadecimal. */
  readonly hash: string;
}

/** Appends the newest seal of a district to its file of anchors, unless it is there already. */
export async function anchor(
  folder: string,
  district: District,
  seal: Pick<SealHead, 'number' | 'hash'>,
): Promise<void> {
  const { anchors, torn } = await readAnchors(folder, district.code);
  const newest = anchors.at(-1);
  if (newest && BigInt(newest.seal) >= seal.number) return;
  const line: Anchor = {
    at: new Date().toISOString(),
    district: district.code,
    seal: String(seal.number),
    hash: seal.hash.toString('hex'),
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A crash in the middle of a line must not take the next one with it.
  const text = `${torn ? '\n' : ''}${JSON.stringify(line)}\n`;
  await appendFile(join(folder, `${district.code}${ENDING}`), text, { mode: 0o600, flush: true });
}

/** Codes of the districts that have anchors in a folder. Errors: the folder cannot be read, unless it is not there. */
export async function anchoredDistricts(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return files.filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));
}

/** The anchors of a district in the order of the file, the numbers of lines that are none, and whether the last is cut. */
export async function readAnchors(
  folder: string,
  district: string,
): Promise<{ readonly anchors: readonly Anchor[]; readonly unreadable: readonly number[]; readonly torn: boolean }> {
  const anchors: Anchor[] = [];
  const unreadable: number[] = [];
  const text = await readFile(join(folder, `${district}${ENDING}`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  text.split('\n').forEach((line, index) => {
    if (line === '') return;
    const parsed = parse(line);
    if (parsed?.district === district) anchors.push(parsed);
    else unreadable.push(index + 1);
  });
  return { anchors, unreadable, torn: text !== '' && !text.endsWith('\n') };
}

function parse(line: string): Anchor | undefined {
  try {
    const anchor = JSON.parse(line) as Anchor;
    return /^\d+$/.test(anchor.seal) && /^[0-9a-f]{64}$/.test(anchor.hash) ? anchor : undefined;
  } catch {
    return undefined;
  }
}
