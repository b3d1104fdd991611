import { type SqlBool, sql } from 'kysely';
import { nestedPageOf, orderingBy, type Page, type PageArgs, type RequestContext } from '../../kernel/index.js';
import { type AuditRecordRow, auditRecords } from './audit-record.type.js';

/**
 * The records of one object, newest first; batched over the objects of a list. A row that came by a bulk import
 * carries its batch, and the one record of that batch belongs to its history.
 */
export function historyOf(
  ctx: RequestContext,
  nodeId: string,
  page: PageArgs,
  batchTable?: 'members',
): Promise<Page<AuditRecordRow>> {
  return nestedPageOf<AuditRecordRow>(ctx, nodeId, {
    name: `history:${batchTable ?? ''}`,
    source: auditRecords,
    ordering: orderingBy('id', 'desc'),
    page,
    link: batchTable
      ? (query) =>
          query.where(
            sql<SqlBool>`node.node_id = any(array[parent.id,
              (select b.batch_id from ${sql.table(batchTable)} b where b.id = parent.id)])`,
          )
      : 'node.node_id',
  });
}
