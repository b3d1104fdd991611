import { sql } from 'kysely';
import type { InstalledPlugin, RequestContext, RetentionClass } from '../../../kernel/index.js';
import { personOf } from '../../personal-data/index.js';

/** Rows about people that stay in one table of a module. */
export interface KeptData {
  readonly moduleId: string;
  readonly table: string;
  readonly rows: number;
  readonly persons: number;
  readonly retention: RetentionClass;
}

/** What each registered table of a plugin holds about people in the district, tables without such a row left out. */
export async function keptData(ctx: RequestContext, plugin: InstalledPlugin): Promise<KeptData[]> {
  const kept: KeptData[] = [];
  for (const definition of plugin.personalData ?? []) {
    const { table, retention } = definition;
    const { rows } = await sql<{ rows: number; persons: number }>`
      select count(*)::int as rows, count(distinct person)::int as persons
      from (select ${personOf(ctx.kernel.registry, definition)} as person from ${sql.table(table)} as node) as owned
      where person is not null
    `.execute(ctx.sql);
    const { rows: found, persons } = rows[0]!;
    if (found > 0) kept.push({ moduleId: plugin.id, table, rows: found, persons, retention });
  }
  return kept;
}
