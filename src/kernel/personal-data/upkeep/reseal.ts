import { setTimeout as delay } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { RequestContext } from '../../context.js';
import { actAsSystem, type Kernel } from '../../kernel.js';
import type { SealedColumn } from '../personal-columns.js';
import type { PersonVault } from '../person-vault.js';
import { VERSION_ONE } from '../version-one.js';

export interface Resealed {
  values: number;
  /** Values that others held through all passes; the next run meets them. */
  valuesLeft: number;
  /** Replaced keys that nothing rests on any more and that were destroyed. */
  keysRemoved: number;
  /** `table.column row`: values that do not open. */
  readonly damaged: string[];
}

const BATCH = 200;
const PASSES = 20;
const PAUSE_MS = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Seals anew, with the key in force, whatever is in the first format or rests on a replaced key, while everything goes
 * on serving. A replaced key goes `settledMinutes` after its replacement at the earliest, and only when nothing of the
 * district rests on it: somebody may still hold a row that was read before.
 */
export async function resealValues(kernel: Kernel, vault: PersonVault, settledMinutes = 10): Promise<Resealed> {
  const done: Resealed = { values: 0, valuesLeft: 0, keysRemoved: 0, damaged: [] };
  for (const district of (await kernel.districts.all()).values()) {
    await actAsSystem(kernel, district, 'keys reseal', async (ctx) => {
      let left = 0;
      for (const column of vault.columns.sealed) left += await resealColumn(ctx, vault, column, done);
      done.valuesLeft += left;
      if (left === 0) done.keysRemoved += await removeReplaced(ctx, settledMinutes);
    });
  }
  return done;
}

/** Answers how many values are still to be done, damaged ones included. */
async function resealColumn(
  ctx: RequestContext,
  vault: PersonVault,
  column: SealedColumn,
  done: Resealed,
): Promise<number> {
  const damaged = new Set<string>();
  for (let pass = 0; pass < PASSES; pass++) {
    if (pass > 0) await delay(PAUSE_MS);
    let met = 0;
    for (let last = FIRST; ; ) {
      const found = await outdated(ctx, column, sql`id > ${last} order by id limit ${BATCH}`);
      if (found.length === 0) break;
      last = found.at(-1)!.id;
      const open = found.filter(({ id }) => !damaged.has(id));
      met += open.length;
      // Apart from the values, and first: nobody waits for a new key while he holds a row that another one needs.
      await ctx.transaction((tx) =>
        vault.makeKeys(
          tx,
          open.map((row) => placeOf(column, row)),
        ),
      );
      await ctx.transaction((tx) => resealRows(tx, vault, column, open, damaged, done));
    }
    if (met === 0) break;
  }
  done.damaged.push(...[...damaged].map((id) => `${column.table}.${column.column} ${id}`));
  return (await outdated(ctx, column, sql`true`)).length;
}

async function resealRows(
  tx: RequestContext,
  vault: PersonVault,
  column: SealedColumn,
  found: readonly Outdated[],
  damaged: Set<string>,
  done: Resealed,
): Promise<void> {
  if (found.length === 0) return;
  const ids = found.map(({ id }) => id);
  const held = await outdated(tx, column, sql`id = any(${ids}::uuid[]) order by id for update of t skip locked`);
  for (const row of held) {
    const place = placeOf(column, row);
    let plain: Buffer | null;
    try {
      plain = await vault.openBytes(tx, place, row.value);
    } catch {
      damaged.add(row.id);
      continue;
    }
    if (plain === null) continue;
    const value = await vault.sealBytes(tx, place, plain);
    plain.fill(0);
    await sql`
      update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${value} where id = ${row.id}
    `.execute(tx.sql);
    done.values += 1;
  }
}

interface Outdated {
  readonly id: string;
  readonly person_id: string;
  readonly value: Buffer;
}

/** Values of the first format and those that rest on a replaced key. */
async function outdated(ctx: RequestContext, column: SealedColumn, which: RawBuilder<unknown>): Promise<Outdated[]> {
  const value = sql.ref(`t.${column.column}`);
  const { person } = column;
  const { rows } = await sql<Outdated>`
    select t.id, ${person} as person_id, ${value} as value from ${sql.table(column.table)} as t
    where case
        when length(${value}) < 3 then false
        when get_byte(${value}, 0) = ${VERSION_ONE} then true
        else exists (select from person_keys as k where k.person_id = ${person} and k.class = ${column.class}
          and k.replaced is not null and k.version <> get_byte(${value}, 1) * 256 + get_byte(${value}, 2))
      end
      and ${which}
  `.execute(ctx.sql);
  return rows;
}

function placeOf({ table, column }: SealedColumn, { id, person_id }: Outdated) {
  return { table, column, rowId: id, personId: person_id };
}

async function removeReplaced(ctx: RequestContext, settledMinutes: number): Promise<number> {
  const { numAffectedRows } = await ctx.transaction((tx) =>
    sql`
      update person_keys set replaced = null, replaced_at = null
      where replaced_at < clock_timestamp() - make_interval(mins => ${settledMinutes})
    `.execute(tx.sql),
  );
  return Number(numAffectedRows ?? 0);
}
