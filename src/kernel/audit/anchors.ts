import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { District } from '../kernel.js';
import type { SealHead } from './seal.js';

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
  const newest = (await readAnchors(folder, district.code)).anchors.at(-1);
  if (newest && BigInt(newest.seal) >= seal.number) return;
  const line: Anchor = {
    at: new Date().toISOString(),
    district: district.code,
    seal: String(seal.number),
    hash: seal.hash.toString('hex'),
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await appendFile(join(folder, `${district.code}.jsonl`), `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
}

/** The anchors of a district in the order of the file, and the numbers of lines that are none. */
export async function readAnchors(
  folder: string,
  district: string,
): Promise<{ readonly anchors: readonly Anchor[]; readonly unreadable: readonly number[] }> {
  const anchors: Anchor[] = [];
  const unreadable: number[] = [];
  const text = await readFile(join(folder, `${district}.jsonl`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  text.split('\n').forEach((line, index) => {
    if (line === '') return;
    const parsed = parse(line);
    if (parsed?.district === district) anchors.push(parsed);
    else unreadable.push(index + 1);
  });
  return { anchors, unreadable };
}

function parse(line: string): Anchor | undefined {
  try {
    const anchor = JSON.parse(line) as Anchor;
    return /^\d+$/.test(anchor.seal) && /^[0-9a-f]{64}$/.test(anchor.hash) ? anchor : undefined;
  } catch {
    return undefined;
  }
}
