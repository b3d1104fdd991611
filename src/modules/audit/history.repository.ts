import { type SqlBool, sql } from 'kysely';
import {
  type NestedListSpec,
  nestedPageOf,
  orderingBy,
  type Page,
  type PageArgs,
  type RequestContext,
} from '../../kernel/index.js';
import { type AuditRecordRow, auditRecords } from './audit-record.type.js';

/**
 * The records of one object, newest first; batched over the objects of a list. A row that came by a bulk import
 * carries its batch, and the one record of that batch belongs to its history.
 */
export function historyOf(
  ctx: RequestContext,
  nodeId: string,
  page: PageArgs,
  kind: 'node' | 'member' | 'any' = 'node',
): Promise<Page<AuditRecordRow>> {
  return nestedPageOf<AuditRecordRow>(ctx, nodeId, {
    name: `history:${kind}`,
    source: auditRecords,
    ordering: orderingBy('id', 'desc'),
    page,
    link: LINKS[kind],
  });
}

/** Which records belong to the history of `parent.id`. */
const LINKS: Readonly<Record<'node' | 'member' | 'any', NestedListSpec['link']>> = {
  node: 'node.node_id',
  member: (query) =>
    query.where(
      sql<SqlBool>`node.node_id = any(array[parent.id, (select b.batch_id from members b where b.id = parent.id)])`,
    ),
  any: (query) => query.where(sql<SqlBool>`(node.node_id = parent.id or node.entity_id = parent.id)`),
};
