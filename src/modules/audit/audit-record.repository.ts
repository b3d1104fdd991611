import { type SqlBool, sql } from 'kysely';
import {
  type NodeQuery,
  orderingBy,
  type Page,
  type PageArgs,
  pageOf,
  type RequestContext,
  listed,
} from '../../kernel/index.js';
import { type AuditRecordRow, auditRecords } from './audit-record.type.js';
import { shownAction } from './hidden.js';

/** Conditions of a list of records; actor and node by their local ids. */
export interface AuditCriteria {
  readonly actorId?: string | null;
  readonly nodeId?: string | null;
  readonly action?: string | null;
  readonly verb?: string | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
}

/** Records of the district, newest first. */
export function pageOfAuditRecords(
  ctx: RequestContext,
  page: PageArgs,
  criteria: AuditCriteria,
): Promise<Page<AuditRecordRow>> {
  return pageOf(ctx, {
    source: auditRecords,
    ordering: orderingBy('id', 'desc'),
    page,
    where: (query) => narrowed(ctx, query, criteria),
  });
}

function narrowed(
  ctx: RequestContext,
  query: NodeQuery,
  { actorId, nodeId, action, verb, since, until }: AuditCriteria,
): NodeQuery {
  let found = query;
  if (actorId) found = found.where('node.actor_id', '=', actorId);
  if (nodeId) found = found.where(sql<SqlBool>`(node.node_id = ${nodeId} or node.entity_id = ${nodeId})`);
  // By a name that the district does not have nothing is found, whether or not anybody has it.
  if (action != null) found = found.where('node.action', '=', shownAction(ctx, action) ?? '');
  // Written out, so that reads are found by the index that holds nothing else.
  if (verb) found = found.where('node.verb', '=', listed(verb));
  if (since) found = found.where('node.at', '>=', since);
  if (until) found = found.where('node.at', '<', until);
  return found;
}

/** Name of an account as it is now; `null` when there is none. Batched. */
export function accountName(ctx: RequestContext, id: string): Promise<string | null> {
  return ctx.batched<string, string>('audit:account-name', async (ids) => {
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from principals where id = any(${ids}::uuid[])`.execute(ctx.sql);
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return ids.map((key) => names.get(key) ?? null);
  })(id);
}
