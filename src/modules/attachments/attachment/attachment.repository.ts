import { sql } from 'kysely';
import { nestedPageOf, orderingBy, type Page, type PageRequest, type RequestContext } from '../../../kernel/index.js';
import { type AttachmentRow, attachmentNode } from './attachment.node.js';

/** The files of one node, in the order in which they were added; all nodes of a page are read with one statement. */
export function attachmentsOf(ctx: RequestContext, ownerId: string, page: PageRequest): Promise<Page<AttachmentRow>> {
  return nestedPageOf(ctx, ownerId, {
    name: 'attachments',
    link: 'node.owner_id',
    source: attachmentNode,
    ordering: orderingBy('id', 'asc'),
    page,
  });
}

/** How many files of a kind a node has, those on their way included. */
export async function countOfKind(tx: RequestContext, ownerId: string, kind: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from attachments
    where owner_id = ${ownerId} and kind = ${kind} and (stored_at is not null or awaited_until > clock_timestamp())
  `.execute(tx.sql);
  return rows[0]!.total;
}

/** All files about a person, whoever may see them. */
export async function filesOfPerson(ctx: RequestContext, memberId: string): Promise<AttachmentRow[]> {
  const rows = await ctx.sql
    .selectFrom('attachments as node')
    .select([...attachmentNode.columns])
    .where('node.person_id', '=', memberId)
    .where('node.stored_at', 'is not', null)
    .orderBy('node.id')
    .execute();
  return rows as AttachmentRow[];
}

/** A file that has been announced and not come yet, whoever may see it; sizes as numbers. */
export async function awaitedUpload(ctx: RequestContext, id: string): Promise<AttachmentRow | null> {
  const row = await ctx.sql
    .selectFrom('attachments as node')
    .select([...attachmentNode.columns])
    .where('node.id', '=', id)
    .where('node.stored_at', 'is', null)
    .where('node.awaited_until', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  return row ? { ...(row as AttachmentRow), size: Number((row as AttachmentRow).size) } : null;
}

/** Ids of uploads that were asked for and never came, oldest first. */
export async function abandoned(tx: RequestContext, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from attachments where stored_at is null and awaited_until < clock_timestamp()
    order by awaited_until limit ${limit} for update skip locked
  `.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/** Whether uploads are still on their way. */
export async function anyAwaited(tx: RequestContext): Promise<boolean> {
  const { rows } = await sql`select from attachments where stored_at is null limit 1`.execute(tx.sql);
  return rows.length > 0;
}
