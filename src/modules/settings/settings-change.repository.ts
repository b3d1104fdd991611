import { type SqlBool, sql } from 'kysely';
import {
  type AnyTables,
  type NodeSource,
  orderingBy,
  type Page,
  type PageRequest,
  pageOf,
  type RequestContext,
} from '../../kernel/index.js';
import { type SettingsChangeRow, settingsChangeNode } from './settings-change.type.js';

/** Plans are few: a day each, a year ahead at most. */
const MOST_PLANNED = 100;

/** How many changes of its settings a module has had, those that are still to come included. */
export async function changesOf(ctx: RequestContext, module: string): Promise<number> {
  const total = await ctx.batched<string, number>('settings:changes-of', async (modules) => {
    const { rows } = await sql<{ module: string; total: number }>`
      select module, count(*)::int as total from module_settings
      where module = any(${modules}::text[]) group by module
    `.execute(ctx.sql);
    return modules.map((key) => rows.find((row) => row.module === key)?.total ?? 0);
  })(module);
  return total ?? 0;
}

/**
 * Changes that begin after a day, in the order of their days: those of which, on their day, at least one value is still
 * the last word about its setting.
 */
export async function plannedAfter(ctx: RequestContext, module: string, day: string): Promise<SettingsChangeRow[]> {
  const source: NodeSource = settingsChangeNode;
  const rows = await source
    .query(ctx)
    .where(sql<SqlBool>`node.module = ${module} and node.since > ${day}::date`)
    .where(
      sql<SqlBool>`exists (
        select from jsonb_object_keys(node.changes) as changed(key)
        where not exists (
          select from module_settings later
          where later.module = node.module and later.number > node.number and later.since <= node.since
            and jsonb_exists(later.changes, changed.key)
        )
      )`,
    )
    .select(source.columns as AnyTables)
    .orderBy(sql`node.since`)
    .orderBy(sql`node.number`)
    .limit(MOST_PLANNED)
    .execute();
  return rows as SettingsChangeRow[];
}

/** All changes of a module's settings, newest first. */
export function historyOf(ctx: RequestContext, module: string, page: PageRequest): Promise<Page<SettingsChangeRow>> {
  return pageOf(ctx, {
    source: settingsChangeNode,
    ordering: orderingBy('changedAt', 'desc', 'changed_at'),
    page,
    where: (query) => query.where('node.module', '=', module),
  });
}
