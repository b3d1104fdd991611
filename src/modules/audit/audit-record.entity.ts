import { defineEntity, p } from '@mikro-orm/core';
import type { FieldChange } from '../../kernel/index.js';

/** What happened to an object: the kernel writes these records, this module shows them. */
export const AuditRecordEntity = defineEntity({
  name: 'AuditRecord',
  tableName: 'audit_records',
  properties: {
    id: p.bigint('string').primary(),
    at: p.datetime(),
    actorId: p.uuid().nullable(),
    actorName: p.string(),
    clientName: p.string().nullable(),
    requestId: p.string(),
    action: p.string(),
    verb: p.string(),
    entity: p.string(),
    nodeType: p.string(),
    nodeId: p.uuid(),
    changes: p.json().$type<readonly FieldChange[]>(),
    batchId: p.uuid().nullable(),
    purpose: p.string().nullable(),
  },
});
