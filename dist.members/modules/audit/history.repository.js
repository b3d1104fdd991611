import { sql } from 'kysely';
import { nestedPageOf, orderingBy } from '../../kernel/index.js';
import { auditRecords } from './audit-record.type.js';
/**
 * The records of one object, newest first; batched over the objects of a list. A row that came by a bulk import
 * carries its batch, and the one record of that batch belongs to its history.
 */
export function historyOf(ctx, nodeId, page, batchTable) {
    return nestedPageOf(ctx, nodeId, {
        name: `history:${batchTable ?? ''}`,
        source: auditRecords,
        ordering: orderingBy('id', 'desc'),
        page,
        link: batchTable
            ? (query) => query.where(sql `node.node_id = any(array[parent.id,
              (select b.batch_id from ${sql.table(batchTable)} b where b.id = parent.id)])`)
            : 'node.node_id',
    });
}
//# sourceMappingURL=history.repository.js.map