import type pg from 'pg';
import { aboutRecord, type Finding } from './finding.js';
import { LEAF_FORMATS } from './leaf.js';
import { idAt, type Seal } from './seal.js';
import type { Leaves, SealedRun } from './sealed-run.js';

/** What was sealed at one place. */
interface Expected {
  readonly seal: Seal;
  readonly id: bigint;
  readonly leaf: Buffer;
}

/** The first record that is not as it was sealed, in the order of the seals, and what has happened to it. */
export async function explainDifference(client: pg.Client, { seals }: SealedRun, found: Leaves): Promise<Finding> {
  let place = 0;
  for (const seal of seals) {
    for (let index = 0; index < seal.records; index += 1, place += 1) {
      const expected = { seal, id: idAt(seal.recordIds, index), leaf: leafAt(seal.leaves, index) };
      const id = place * 8 < found.ids.length ? idAt(found.ids, place) : undefined;
      if (id !== expected.id || !leafAt(found.leaves, place).equals(expected.leaf))
        return explain(client, expected, id);
    }
  }
  const { number } = seals.at(-1)!;
  return aboutRecord('RECORD_INSERTED', idAt(found.ids, place), number, 'was put in behind the last one sealed');
}

async function explain(client: pg.Client, { seal, id, leaf }: Expected, found: bigint | undefined): Promise<Finding> {
  const altered = () => aboutRecord('RECORD_ALTERED', id, seal.number, 'was altered after it was sealed');
  if (found === id) return altered();
  const { rows } = await client.query<{ leaf: Buffer }>(
    `select ${LEAF_FORMATS[seal.format]} as leaf from audit_records where district_id = $1 and id = $2`,
    [seal.districtId, String(id)],
  );
  if (rows.length === 0) return aboutRecord('RECORD_REMOVED', id, seal.number, 'was removed after it was sealed');
  if (!rows.some((row) => row.leaf.equals(leaf))) return altered();
  // What should stand here is as it was; then what does stand here has no business here.
  if (found === undefined) return aboutRecord('RECORD_MOVED', id, seal.number, 'stands in another place');
  return (await isSealed(client, seal.districtId, found))
    ? aboutRecord('RECORD_MOVED', found, seal.number, `stands where record ${id} was sealed`)
    : aboutRecord('RECORD_INSERTED', found, seal.number, `was put in before record ${id}, which was sealed`);
}

async function isSealed(client: pg.Client, districtId: number, id: bigint): Promise<boolean> {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(id);
  const { rows } = await client.query<{ recordIds: Buffer }>(
    'select record_ids as "recordIds" from audit_seals where district_id = $1 and position($2::bytea in record_ids) > 0',
    [districtId, bytes],
  );
  return rows.some(({ recordIds }) => {
    for (let at = recordIds.indexOf(bytes); at >= 0; at = recordIds.indexOf(bytes, at + 1))
      if (at % 8 === 0) return true;
    return false;
  });
}

function leafAt(leaves: Buffer, index: number): Buffer {
  return leaves.subarray(index * 32, (index + 1) * 32);
}
