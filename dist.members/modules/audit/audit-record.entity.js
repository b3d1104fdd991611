import { defineEntity, p } from '@mikro-orm/core';
/** What happened to an object: the kernel writes these records, this module shows them. */
export const AuditRecordEntity = defineEntity({
    name: 'AuditRecord',
    tableName: 'audit_records',
    properties: {
        id: p.bigint('string').primary(),
        at: p.datetime(),
        actorName: p.string(),
        requestId: p.string(),
        action: p.string(),
        verb: p.string(),
        entity: p.string(),
        nodeType: p.string(),
        nodeId: p.uuid(),
        changes: p.json().$type(),
        batchId: p.uuid().nullable(),
    },
});
//# sourceMappingURL=audit-record.entity.js.map