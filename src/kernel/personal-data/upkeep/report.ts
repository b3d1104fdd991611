import { sql } from 'kysely';
import { actAsSystem, type Kernel } from '../../kernel.js';
import type { PersonalColumns } from '../personal-columns.js';
import { VERSION_ONE } from '../version-one.js';

export interface KeyInUse {
  readonly district: string;
  readonly purpose: string;
  readonly version: number;
  readonly ringKey: string;
  readonly madeAt: string;
  /** Persons whose keys it wraps. */
  readonly persons: number;
  /** Of these, persons with a replaced key beside the one in force. */
  readonly replaced: number;
}

export interface FirstFormat {
  readonly district: string;
  /** `table.column`. */
  readonly column: string;
  readonly values: number;
}

/** Which keys wrap what, in every district; never a key itself. */
export async function keysInUse(kernel: Kernel): Promise<KeyInUse[]> {
  const found: KeyInUse[] = [];
  for (const district of (await kernel.districts.all()).values()) {
    const { rows } = await actAsSystem(kernel, district, 'keys list', (ctx) =>
      sql<Omit<KeyInUse, 'district'>>`
        select d.purpose, d.version, d.ring_key as "ringKey", d.made_at::text as "madeAt",
          count(k.person_id)::int as persons, count(k.replaced)::int as replaced
        from data_keys as d left join person_keys as k on k.class = d.purpose and k.data_key_version = d.version
        group by d.purpose, d.version, d.ring_key, d.made_at order by d.purpose, d.version
      `.execute(ctx.sql),
    );
    found.push(...rows.map((row) => ({ district: district.code, ...row })));
  }
  return found;
}

/** Columns in which values of the first format are left. */
export async function valuesOfFirstFormat(kernel: Kernel, columns: PersonalColumns): Promise<FirstFormat[]> {
  const found: FirstFormat[] = [];
  for (const district of (await kernel.districts.all()).values()) {
    await actAsSystem(kernel, district, 'keys list', async (ctx) => {
      for (const { table, column } of columns.sealed) {
        const value = sql.ref(column);
        const { rows } = await sql<{ values: number }>`
          select count(*)::int as values from ${sql.table(table)}
          where case when length(${value}) > 0 then get_byte(${value}, 0) = ${VERSION_ONE} else false end
        `.execute(ctx.sql);
        const { values } = rows[0]!;
        if (values > 0) found.push({ district: district.code, column: `${table}.${column}`, values });
      }
    });
  }
  return found;
}
