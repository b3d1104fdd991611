import { nestedPageOf, orderingBy, type Page, type PageArgs, pageOf, type RequestContext, sql } from 'lianxin/kernel';
import { type EntryRow, entryNode } from './entry.node.js';

const ordering = orderingBy('id', 'asc');

/** All entries the caller may see, oldest first. */
export function entriesPage(ctx: RequestContext, page: PageArgs): Promise<Page<EntryRow>> {
  return pageOf<EntryRow>(ctx, { source: entryNode, ordering, page });
}

/** The entries about each of many members, with one statement. */
export function entriesOfMember(ctx: RequestContext, memberId: string, page: PageArgs): Promise<Page<EntryRow>> {
  return nestedPageOf<EntryRow>(ctx, memberId, {
    name: 'sample-plugin:of-member',
    source: entryNode,
    ordering,
    page,
    link: 'node.member_id',
  });
}

/** How many entries about a member are open, whoever may see them. */
export async function countOpen(ctx: RequestContext, memberId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from sample_plugin_entries where member_id = ${memberId} and closed_on is null
  `.execute(ctx.sql);
  return rows[0]!.total;
}

/** How many entries are open in the district, whoever may see them. */
export async function countAllOpen(ctx: RequestContext): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from sample_plugin_entries where closed_on is null
  `.execute(ctx.sql);
  return rows[0]!.total;
}

/** Ids of some members of the district, the same in every run of the demo. */
export async function someMembers(ctx: RequestContext, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from members order by id limit ${limit}`.execute(ctx.sql);
  return rows.map(({ id }) => id);
}
