import { sql } from 'kysely';
import type { PersonVault } from '../../src/kernel/personal-data/person-vault.js';
import type { Platform } from '../../src/testing/platform.js';

/**
 * Opens every sealed value of every registered column in all districts. `failed` says which do not open, as
 * `table.column row`; a value whose person has no key counts as failed too.
 */
export async function everyValue(
  platform: Platform,
  vault: PersonVault,
): Promise<{ readonly opened: string[]; readonly failed: string[] }> {
  const opened: string[] = [];
  const failed: string[] = [];
  for (const code of (await platform.app.kernel.districts.all()).keys()) {
    await platform.acting(code, async (ctx) => {
      for (const { table, column, person } of vault.columns.sealed) {
        const { rows } = await sql<{ id: string; person: string; value: Buffer }>`
          select id, ${person} as person, ${sql.ref(column)} as value from ${sql.table(table)} as t
          where length(${sql.ref(column)}) > 0
        `.execute(ctx.sql);
        const open = async ({ id, person, value }: (typeof rows)[number]): Promise<void> => {
          const place = { table, column, rowId: id, personId: person };
          const plain = await vault.open(ctx, place, value).catch(() => null);
          if (plain === null) failed.push(`${table}.${column} ${id}`);
          else opened.push(plain);
        };
        await Promise.all(rows.map(open));
      }
    });
  }
  return { opened, failed };
}
