import { resolve } from 'node:path';
import type { Command } from 'commander';
import pg from 'pg';
import { openDatabase } from '../app.js';
import { type Config, readConfig } from '../config.js';
import { anchoredDistricts, readAnchors } from '../kernel/audit/anchors.js';
import { type Verdict, verifyDistrict } from '../kernel/audit/verify.js';
import { Failed } from './failed.js';

interface Options {
  readonly district?: string;
  readonly anchors?: string;
}

interface Line {
  readonly good: boolean;
  readonly line: string;
}

interface Place {
  readonly id: number;
  readonly code: string;
}

/** The server hashes the records; it has more processors than one. */
const CONNECTIONS = 3;

/** `lianxin audit verify`: has anybody changed the audit since it was sealed? */
export function registerAudit(program: Command): void {
  program
    .command('audit')
    .description('the sealed record of every change')
    .command('verify')
    .description('compare every record with its seal and every seal with the anchors; exit code 1 when one differs')
    .option('--district <code>', 'this district alone')
    .option('--anchors <folder>', 'anchors kept elsewhere, instead of those of this installation')
    .action(async (options: Options) => {
      const lines = await verifyAudit(readConfig(), options);
      for (const { line } of lines) process.stdout.write(`${line}\n`);
      if (lines.some(({ good }) => !good)) throw new Failed();
    });
}

/**
 * One line per district, in the order of their codes, then one for each that has anchors and is no longer there.
 * Errors: an unknown district; a folder of anchors that was named and has none.
 */
export async function verifyAudit(config: Config, { district, anchors }: Options = {}): Promise<readonly Line[]> {
  const folder = anchors ? resolve(anchors) : config.anchors;
  const anchored = await anchoredDistricts(folder);
  if (anchors && anchored.length === 0) throw new Error(`there are no anchors in ${folder}`);
  const { urls, embedded } = await openDatabase(config);
  const clients = Array.from(
    { length: CONNECTIONS },
    () => new pg.Client({ connectionString: urls.app, application_name: 'lianxin-audit' }),
  );
  try {
    for (const client of clients) await client.connect();
    const lines: Line[] = [];
    const places = await districtsOf(clients[0]!, district);
    for (const place of places) {
      for (const client of clients) await client.query(`select set_config('app.district', $1, false)`, [`${place.id}`]);
      const { good, line } = await verdictOn(clients, place, folder, anchors !== undefined);
      lines.push({ good, line: `${good ? 'ok ' : 'BAD'} ${place.code}  ${line}` });
    }
    const gone = district ? [] : anchored.filter((code) => !places.some((place) => place.code === code));
    for (const code of gone.sort()) {
      lines.push({
        good: false,
        line: `BAD ${code}  DISTRICT_REMOVED: it was anchored, and there is no such district`,
      });
    }
    return lines;
  } finally {
    for (const client of clients) await client.end();
    await embedded?.stop();
  }
}

async function districtsOf(client: pg.Client, code: string | undefined): Promise<readonly Place[]> {
  const { rows } = await client.query<Place>(
    'select id, code from districts where $1::text is null or code = $1 order by code',
    [code ?? null],
  );
  if (rows.length === 0) throw new Error(code ? `unknown district ${code}` : 'there is no district');
  return rows;
}

/** Anchors that somebody keeps and names are there for every chain; without them it proves nothing about its owner. */
async function verdictOn(
  clients: readonly pg.Client[],
  { id, code }: Place,
  folder: string,
  named: boolean,
): Promise<Line> {
  const { anchors, unreadable } = await readAnchors(folder, code);
  const { finding, ...verdict } = await verifyDistrict(clients, id, anchors);
  if (finding) return { good: false, line: `${finding.kind}: ${finding.text}; ${told(verdict, anchors.length)}` };
  if (unreadable.length > 0) {
    return { good: false, line: `ANCHOR_UNREADABLE: line ${unreadable[0]} of ${folder}/${code}.jsonl is no anchor` };
  }
  if (named && verdict.seals > 0n && anchors.length === 0) {
    return { good: false, line: `ANCHORS_MISSING: ${folder} has none of this district; ${told(verdict, 0)}` };
  }
  return { good: true, line: told(verdict, anchors.length) };
}

function told({ seals, records, tail }: Omit<Verdict, 'finding'>, anchors: number): string {
  const unsealed = tail.records === 0 ? 'nothing unsealed' : `${tail.records} unsealed, for up to ${tail.seconds} s`;
  return `${records} records in ${seals} seals, ${unsealed}, ${anchors} anchors`;
}
