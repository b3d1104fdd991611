import type pg from 'pg';
import type { Finding } from './finding.js';
import { LEAF_FORMATS } from './leaf.js';
import type { Position } from './position.js';
import { explainDifference } from './difference.js';
import type { Seal } from './seal.js';

export const LAST_ID = 2n ** 63n - 1n;

/** Seals that follow each other in one era and format: their records are read with one statement. */
export interface SealedRun {
  readonly after: Position;
  /** Highest id of the era; the era that is still going on has none. */
  readonly ceiling: bigint;
  readonly seals: readonly Seal[];
}

/** Ids (8 bytes each) and leaves (32 bytes each) of the records between two places, in the order of sealing. */
export interface Leaves {
  readonly ids: Buffer;
  readonly leaves: Buffer;
}

/** The records after a position up to a place, as they are today. */
export async function readLeaves(
  client: pg.Client,
  districtId: number,
  format: number,
  { after, ceiling }: Pick<SealedRun, 'after' | 'ceiling'>,
  upTo: { readonly tx: bigint; readonly id: bigint },
): Promise<Leaves> {
  const { rows } = await client.query<Leaves>({
    name: `leaves-${format}`,
    text: `select coalesce(string_agg(int8send(id), ''::bytea), ''::bytea) as ids,
                  coalesce(string_agg(leaf, ''::bytea), ''::bytea) as leaves
           from (select id, ${LEAF_FORMATS[format]} as leaf from audit_records
                 where district_id = $1 and id > $2 and id <= $3 and (tx, id) > ($4, $5) and (tx, id) <= ($6, $7)
                 order by tx, id) as record`,
    values: [districtId, after.floorId, ceiling, after.tx, after.id, upTo.tx, upTo.id].map(String),
  });
  return rows[0]!;
}

/** Are the records what the seals say? Otherwise the first that is not, and why. */
export async function checkRun(client: pg.Client, run: SealedRun): Promise<Finding | undefined> {
  const last = run.seals.at(-1)!;
  const found = await readLeaves(client, last.districtId, last.format, run, { tx: last.lastTx, id: last.lastId });
  const ids = Buffer.concat(run.seals.map(({ recordIds }) => recordIds));
  const leaves = Buffer.concat(run.seals.map((seal) => seal.leaves));
  if (found.ids.equals(ids) && found.leaves.equals(leaves)) return undefined;
  return explainDifference(client, run, found);
}
