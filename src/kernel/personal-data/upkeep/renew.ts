import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { RequestContext } from '../../context.js';
import { actAsSystem, type Kernel } from '../../kernel.js';
import type { DataKeyRow } from '../data-keys.js';
import { encrypt, KEY_BYTES } from '../envelope.js';
import { aboutPersonKey, personKeyBytes } from '../person-keys.js';
import type { PersonVault } from '../person-vault.js';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface HeldRow {
  readonly person_id: string;
  readonly version: number;
  readonly data_key_version: number;
  readonly wrapped: Buffer;
  readonly ring_key: string;
  readonly data_key_wrapped: Buffer;
}

/**
 * Gives every person a new key. The old one stays beside it until `reseal` has moved what rests on it; whoever has a
 * replaced key already, or is being written to, is left out. Answers how many keys are new.
 */
export async function renewPersonKeys(kernel: Kernel, vault: PersonVault): Promise<number> {
  let renewed = 0;
  for (const district of (await kernel.districts.all()).values()) {
    await actAsSystem(kernel, district, 'keys reseal', async (ctx) => {
      for (const dataClass of new Set(vault.columns.sealed.map((column) => column.class))) {
        for (let last: string | undefined = FIRST; last; ) {
          const after: string = last;
          const rows = await ctx.transaction((tx) => renewBatch(tx, vault, dataClass, after));
          renewed += rows.length;
          last = rows.at(-1)?.person_id;
        }
      }
    });
  }
  return renewed;
}

/** The lock waits for nobody, and nobody seals with a key between its replacement and the end of this transaction. */
async function renewBatch(
  tx: RequestContext,
  vault: PersonVault,
  dataClass: string,
  after: string,
): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select k.person_id, k.version, k.data_key_version, k.wrapped, d.ring_key, d.wrapped as data_key_wrapped
    from person_keys as k join data_keys as d on d.purpose = k.class and d.version = k.data_key_version
    where k.class = ${dataClass} and k.replaced is null and k.version < 65535 and k.person_id > ${after}
    order by k.person_id limit ${BATCH} for update of k skip locked
  `.execute(tx.sql);
  if (rows.length === 0) return rows;
  const { id } = tx.district;
  const newest = await vault.dataKeys.newest(tx, dataClass);
  const wrapped: Buffer[] = [];
  const replaced: Buffer[] = [];
  for (const row of rows) {
    const holder = { personId: row.person_id, class: dataClass };
    const dataKey: DataKeyRow = {
      purpose: dataClass,
      version: row.data_key_version,
      ring_key: row.ring_key,
      wrapped: row.data_key_wrapped,
    };
    const old = personKeyBytes(id, await vault.dataKeys.unwrap(id, dataKey), holder, row.wrapped, row.version);
    replaced.push(encrypt(newest.key, old, aboutPersonKey(id, holder, row.version)));
    wrapped.push(encrypt(newest.key, randomBytes(KEY_BYTES), aboutPersonKey(id, holder, row.version + 1)));
    old.fill(0);
  }
  await sql`
    update person_keys as k set version = k.version + 1, data_key_version = ${newest.version}, wrapped = new.wrapped,
      replaced = new.replaced, replaced_at = clock_timestamp()
    from unnest(${rows.map((row) => row.person_id)}::uuid[], ${wrapped}::bytea[], ${replaced}::bytea[])
      as new(person_id, wrapped, replaced)
    where k.person_id = new.person_id and k.class = ${dataClass}
  `.execute(tx.sql);
  return rows;
}
