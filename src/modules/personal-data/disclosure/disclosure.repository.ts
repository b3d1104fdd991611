import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import {
  nestedPageOf,
  orderingBy,
  type Page,
  type PageRequest,
  pageOf,
  type RequestContext,
} from '../../../kernel/index.js';
import { type DisclosureRow, disclosures } from './disclosure.node.js';
import type { DisclosureKind } from './disclosure.type.js';

/** One disclosure to be logged, the same for all of its persons. */
export interface NewDisclosure {
  readonly kind: DisclosureKind;
  readonly memberIds: readonly string[];
  readonly recipient: string;
  readonly fields: readonly string[];
  readonly purpose: string;
  readonly reason?: string;
}

/** Appends to the log, one row per person, with one statement. */
export async function insertDisclosures(tx: RequestContext, disclosure: NewDisclosure): Promise<void> {
  const rows = disclosure.memberIds.map((memberId) => ({ id: uuidv7(), member_id: memberId }));
  await sql`
    insert into disclosures (id, member_id, kind, recipient, fields, purpose, reason, actor_id)
    select id, member_id, ${disclosure.kind}, ${disclosure.recipient}, ${JSON.stringify(disclosure.fields)}::jsonb,
           ${disclosure.purpose}, ${disclosure.reason ?? ''}, ${tx.principal!.id}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as person(id uuid, member_id uuid)
  `.execute(tx.sql);
}

/** How many values the caller has seen in full, or exported, within the last hour. */
export async function recentLooks(tx: RequestContext): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from disclosures
    where actor_id = ${tx.principal!.id} and at > clock_timestamp() - interval '1 hour' and kind <> 'THIRD_PARTY'
  `.execute(tx.sql);
  return rows[0]!.count;
}

/** The log, newest first. */
export function pageOfDisclosures(ctx: RequestContext, page: PageRequest): Promise<Page<DisclosureRow>> {
  return pageOf(ctx, { source: disclosures, ordering: orderingBy('id', 'desc'), page });
}

/** The log of one person, newest first; all persons of a page are read with one statement. */
export function disclosuresOf(ctx: RequestContext, memberId: string, page: PageRequest): Promise<Page<DisclosureRow>> {
  return nestedPageOf(ctx, memberId, {
    name: 'Member.disclosures',
    link: 'node.member_id',
    source: disclosures,
    ordering: orderingBy('id', 'desc'),
    page,
  });
}
