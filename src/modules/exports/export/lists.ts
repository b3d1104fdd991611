import { type SqlBool, sql } from 'kysely';
import type { ExportList, NodeQuery, RequestContext } from '../../../kernel/index.js';
import { below } from '../../organizations/index.js';

/** Held on every row of a file, beside the permission of its list. */
export const REQUEST = 'export:request';

/** The lists that this district can have as files, by code. */
export function exportLists(ctx: RequestContext): ReadonlyMap<string, ExportList> {
  return new Map(ctx.plugins.flatMap((plugin) => Object.entries(plugin.exports ?? {})));
}

/** The rows of a list that the caller may take out: visible, and with both permissions held on them. */
export function exportable(ctx: RequestContext, list: ExportList, within: string | null): NodeQuery {
  const { source, permission, place } = list;
  let rows = source.query(ctx) as NodeQuery;
  for (const needed of [permission, REQUEST]) {
    const reach = source.reach(ctx, needed);
    if (reach !== true) rows = rows.where(reach === false ? sql<SqlBool>`false` : reach);
  }
  return within === null ? rows : rows.where(below(place, sql`${within}::uuid`));
}

/** How many rows that are. */
export async function countExportable(ctx: RequestContext, list: ExportList, within: string | null): Promise<number> {
  const counted = await exportable(ctx, list, within)
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return Number((counted as { total: string }).total);
}

/** The rows in the order of their ids, page by page, so that none is held longer than its page. */
export async function* exportedRows(
  ctx: RequestContext,
  list: ExportList,
  within: string | null,
  size: number,
): AsyncGenerator<readonly Record<string, unknown>[]> {
  let after: string | undefined;
  for (;;) {
    let page = exportable(ctx, list, within)
      .select([...list.source.columns] as never)
      .orderBy('node.id')
      .limit(size);
    if (list.person) page = page.select(`${list.person} as exportedPerson` as never);
    if (after !== undefined) page = page.where('node.id', '>', after);
    const rows = (await page.execute()) as Record<string, unknown>[];
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = String(rows.at(-1)!.id);
  }
}
