import type { MikroORM } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../database/node-source.js';
import { inDistrict } from '../database/scope.js';
import { LEAF_FORMAT, LEAF_FORMATS } from './leaf.js';
import { merkleRoot } from './merkle.js';
import { nextEra, type Position, positionAfter } from './position.js';
import { NO_SEAL, packIds, type RowOfSeal, readSeal, SEAL_HEAD, type Seal, type SealHead, sealHash } from './seal.js';

/** Records of one seal at most; what is over goes into the next one. */
export const RECORDS_PER_SEAL = 5_000;

/** First key of the advisory locks of sealing; the second one is the district. */
const SEALING_LOCK = 730_411;

interface Leaf {
  readonly id: bigint;
  readonly tx: bigint;
  readonly hash: Buffer;
}

/**
 * Seals the next records of a district and answers the seal, or nothing when there are none, or when another process
 * is at it. Takes no lock that a writer could meet: it reads what has been committed and appends one row.
 *
 * A record is taken once its transaction id is below that of every transaction still open: then no record can appear
 * before it any more. A transaction that stays open holds the seal back; it is over in ten seconds when it is idle.
 */
export function sealNext(orm: MikroORM, districtId: number): Promise<Seal | undefined> {
  return inDistrict(districtId, () =>
    orm.em.fork().transactional(async (em) => {
      const db = em.getKysely<AnyTables>();
      if (!(await lockForSealing(db, districtId))) return undefined;
      const last = await lastSeal(db, districtId);
      const { position, leaves } = await nextLeaves(db, districtId, last);
      if (leaves.length === 0) return undefined;
      const seal = sealOver(districtId, last, position, leaves);
      await append(db, seal);
      return seal;
    }),
  );
}

/**
 * May there be records to seal after a position? One statement, for the many moments at which there are none. Where
 * transaction ids have started anew only sealNext can tell.
 */
export async function hasRecordsAfter(orm: MikroORM, districtId: number, position: Position): Promise<boolean> {
  const { rows } = await inDistrict(districtId, () =>
    sql<{ more: boolean }>`select exists (
      select from audit_records where district_id = ${districtId} and (tx, id) > (${position.tx}, ${position.id})
    ) or ${position.tx} >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint as more`.execute(
      orm.em.fork().getKysely<AnyTables>(),
    ),
  );
  return rows[0]!.more;
}

/** Where the chain of a district ends. */
export function newestSeal(orm: MikroORM, districtId: number): Promise<SealHead | undefined> {
  return inDistrict(districtId, () => lastSeal(orm.em.fork().getKysely<AnyTables>(), districtId));
}

async function lockForSealing(db: Kysely<AnyTables>, districtId: number): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(${SEALING_LOCK}::integer, ${districtId}::integer) as locked`.execute(db);
  return rows[0]!.locked;
}

async function lastSeal(db: Kysely<AnyTables>, districtId: number): Promise<SealHead | undefined> {
  const { rows } = await sql<RowOfSeal<SealHead>>`
    select ${sql.raw(SEAL_HEAD)} from audit_seals where district_id = ${districtId} order by number desc limit 1
  `.execute(db);
  return rows[0] && readSeal<SealHead>(rows[0]);
}

async function nextLeaves(db: Kysely<AnyTables>, districtId: number, last: SealHead | undefined) {
  const { rows } = await sql<{ xmin: string; xmax: string }>`
    select pg_snapshot_xmin(s)::text as xmin, pg_snapshot_xmax(s)::text as xmax from pg_current_snapshot() as s
  `.execute(db);
  const [open, unused] = [BigInt(rows[0]!.xmin), BigInt(rows[0]!.xmax)];
  const position = positionAfter(last);
  if (last && position.tx >= unused) {
    // The server has given out fewer transaction ids than were sealed: this is a restored copy. What the old server
    // left unsealed has higher ones than any transaction here, so none of it can still be open.
    const left = await leavesAfter(db, districtId, position, 2n ** 63n - 1n);
    if (left.length > 0) return { position, leaves: left };
    const anew = nextEra(last);
    return { position: anew, leaves: await leavesAfter(db, districtId, anew, open) };
  }
  return { position, leaves: await leavesAfter(db, districtId, position, open) };
}

async function leavesAfter(
  db: Kysely<AnyTables>,
  districtId: number,
  position: Position,
  below: bigint,
): Promise<Leaf[]> {
  const { rows } = await sql<{ id: string; tx: string; hash: Buffer }>`
    select id, tx, ${sql.raw(LEAF_FORMATS[LEAF_FORMAT]!)} as hash from audit_records
    where district_id = ${districtId} and id > ${position.floorId}
      and (tx, id) > (${position.tx}, ${position.id}) and tx < ${below}
    order by tx, id limit ${RECORDS_PER_SEAL}`.execute(db);
  return rows.map(({ id, tx, hash }) => ({ id: BigInt(id), tx: BigInt(tx), hash }));
}

function sealOver(districtId: number, last: SealHead | undefined, position: Position, covered: readonly Leaf[]): Seal {
  const end = covered.at(-1)!;
  const leaves = Buffer.concat(covered.map(({ hash }) => hash));
  const seal = {
    districtId,
    number: (last?.number ?? 0n) + 1n,
    format: LEAF_FORMAT,
    sealedAt: new Date().toISOString().replace('Z', '000Z'),
    era: position.era,
    floorId: position.floorId,
    lastTx: end.tx,
    lastId: end.id,
    maxId: covered.reduce((highest, { id }) => (id > highest ? id : highest), last?.maxId ?? end.id),
    records: covered.length,
    recordIds: packIds(covered.map(({ id }) => id)),
    leaves,
    root: merkleRoot(leaves),
    previous: last?.hash ?? NO_SEAL,
  };
  return { ...seal, hash: sealHash(seal) };
}

async function append(db: Kysely<AnyTables>, seal: Seal): Promise<void> {
  await sql`
    insert into audit_seals (district_id, number, format, sealed_at, era, floor_id, last_tx, last_id, max_id, records,
                             record_ids, leaves, root, previous, hash)
    values (${seal.districtId}, ${seal.number}, ${seal.format}, ${seal.sealedAt}, ${seal.era}, ${seal.floorId},
            ${seal.lastTx}, ${seal.lastId}, ${seal.maxId}, ${seal.records}, ${seal.recordIds}, ${seal.leaves},
            ${seal.root}, ${seal.previous}, ${seal.hash})`.execute(db);
}
