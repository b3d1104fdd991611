import { defineEntity, p } from '@mikro-orm/core';

/** What the graph shows of a seal; the kernel writes them, hashes and ids of every record included. */
export const AuditSealEntity = defineEntity({
  name: 'AuditSeal',
  tableName: 'audit_seals',
  properties: {
    number: p.bigint('string').primary(),
    sealedAt: p.datetime(),
    records: p.integer(),
    lastId: p.bigint('string'),
    root: p.blob(),
    previous: p.blob(),
    hash: p.blob(),
  },
});
