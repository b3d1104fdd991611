import { type KeyObject, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { RequestContext } from '../../context.js';
import { actAsSystem, type Kernel } from '../../kernel.js';
import { type DataKeyRow, insertDataKey } from '../data-keys.js';
import { decrypt, encrypt } from '../envelope.js';
import { aboutPersonKey } from '../person-keys.js';
import type { PersonVault } from '../person-vault.js';

/** What was done, and what others still held: they are met by the next run. */
export interface Rewrapped {
  dataKeys: number;
  personKeys: number;
  personKeysLeft: number;
  removed: number;
}

const BATCH = 500;
/** Passes over the keys that somebody held in the pass before. */
const PASSES = 20;
const PAUSE_MS = 100;
/** Processes may go on for a minute with the key they remember; until then it must not go. */
const STILL_USED = '5 minutes';

/**
 * Brings all keys under the newest key of the ring, while everything goes on serving: every class of data gets a new
 * key where its newest one is under an older ring key, persons' keys move under it, the keys of blind indexes are
 * wrapped anew. Afterwards nothing is under an older ring key. A second run does what others were busy with.
 */
export async function rewrapKeys(kernel: Kernel, vault: PersonVault): Promise<Rewrapped> {
  const done: Rewrapped = { dataKeys: 0, personKeys: 0, personKeysLeft: 0, removed: 0 };
  const { keyId } = await vault.dataKeys.service.wrap(randomBytes(32), 'which key is current');
  for (const district of (await kernel.districts.all()).values()) {
    await actAsSystem(kernel, district, 'keys rewrap', async (ctx) => {
      for (const newest of await renewDataKeys(ctx, vault, keyId, done)) await movePersonKeys(ctx, vault, newest, done);
      await settleOlder(ctx, vault, keyId, done);
    });
  }
  return done;
}

/** The newest key of every class, made where the present one is under another key of the ring. */
async function renewDataKeys(ctx: RequestContext, vault: PersonVault, keyId: string, done: Rewrapped) {
  const newest = new Map((await dataKeysOf(ctx)).map((row) => [row.purpose, row]));
  for (const row of newest.values()) {
    if (row.ring_key === keyId || row.purpose.startsWith('index:')) continue;
    const next = await vault.dataKeys.wrapped(ctx.district.id, row.purpose, row.version + 1);
    await ctx.transaction((tx) => insertDataKey(tx.sql, next));
    done.dataKeys += 1;
  }
  const now = new Map((await dataKeysOf(ctx)).map((row) => [row.purpose, row]));
  return [...now.values()].filter(({ purpose }) => !purpose.startsWith('index:'));
}

/** All keys of the district, each purpose's newest last. */
async function dataKeysOf(ctx: RequestContext): Promise<DataKeyRow[]> {
  const { rows } = await sql<DataKeyRow>`
    select purpose, version, ring_key, wrapped from data_keys order by purpose, version
  `.execute(ctx.sql);
  return rows;
}

async function movePersonKeys(ctx: RequestContext, vault: PersonVault, target: DataKeyRow, done: Rewrapped) {
  const { id } = ctx.district;
  const keys = new Map<number, KeyObject>();
  for (const row of await dataKeysOf(ctx)) {
    if (row.purpose === target.purpose) keys.set(row.version, await vault.dataKeys.unwrap(id, row));
  }
  for (let pass = 0; pass < PASSES; pass++) {
    if (pass > 0) await delay(PAUSE_MS);
    for (let last: string | undefined = FIRST; last; ) {
      const after: string = last;
      last = await ctx.transaction(async (tx) => {
        const rows = await heldBack(tx, target, after);
        await writeBack(tx, target, rows, (row, bytes, version) => {
          const about = aboutPersonKey(id, { personId: row.person_id, class: target.purpose }, version);
          const plain = decrypt(keys.get(row.data_key_version)!, bytes, about);
          const wrapped = encrypt(keys.get(target.version)!, plain, about);
          plain.fill(0);
          return wrapped;
        });
        done.personKeys += rows.length;
        return rows.at(-1)?.person_id;
      });
    }
    if ((await countOlder(ctx, target)) === 0) return;
  }
  done.personKeysLeft += await countOlder(ctx, target);
}

const FIRST = '00000000-0000-0000-0000-000000000000';

interface OlderRow {
  readonly person_id: string;
  readonly version: number;
  readonly data_key_version: number;
  readonly wrapped: Buffer;
  readonly replaced: Buffer | null;
}

/** The next persons' keys under an older key. Whoever is busy with a person is not waited for. */
async function heldBack(tx: RequestContext, { purpose, version }: DataKeyRow, after: string): Promise<OlderRow[]> {
  const { rows } = await sql<OlderRow>`
    select person_id, version, data_key_version, wrapped, replaced from person_keys
    where class = ${purpose} and data_key_version < ${version} and person_id > ${after}
    order by person_id limit ${BATCH} for update skip locked
  `.execute(tx.sql);
  return rows;
}

async function writeBack(
  tx: RequestContext,
  { purpose, version }: DataKeyRow,
  rows: readonly OlderRow[],
  moved: (row: OlderRow, bytes: Buffer, version: number) => Buffer,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update person_keys as k set data_key_version = ${version}, wrapped = moved.wrapped, replaced = moved.replaced
    from unnest(
      ${rows.map((row) => row.person_id)}::uuid[],
      ${rows.map((row) => moved(row, row.wrapped, row.version))}::bytea[],
      ${rows.map((row) => row.replaced && moved(row, row.replaced, row.version - 1))}::bytea[]
    ) as moved(person_id, wrapped, replaced)
    where k.person_id = moved.person_id and k.class = ${purpose}
  `.execute(tx.sql);
}

async function countOlder(ctx: RequestContext, { purpose, version }: DataKeyRow): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from person_keys where class = ${purpose} and data_key_version < ${version}
  `.execute(ctx.sql);
  return rows[0]!.count;
}

/** Removes keys that wrap nobody's any more; what has to stay is wrapped by the newest key of the ring. */
async function settleOlder(ctx: RequestContext, vault: PersonVault, keyId: string, done: Rewrapped): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { numAffectedRows } = await sql`
      delete from data_keys as old
      where exists (select from data_keys as newer where newer.purpose = old.purpose and newer.version > old.version
          and newer.made_at < clock_timestamp() - ${STILL_USED}::interval)
        and not exists (select from person_keys where class = old.purpose and data_key_version = old.version)
    `.execute(tx.sql);
    done.removed += Number(numAffectedRows ?? 0);
    for (const row of await dataKeysOf(tx)) {
      if (row.ring_key === keyId) continue;
      const { ring_key, wrapped } = await vault.dataKeys.rewrapped(tx.district.id, row);
      await sql`
        update data_keys set ring_key = ${ring_key}, wrapped = ${wrapped}
        where purpose = ${row.purpose} and version = ${row.version}
      `.execute(tx.sql);
      done.dataKeys += 1;
    }
  });
}
