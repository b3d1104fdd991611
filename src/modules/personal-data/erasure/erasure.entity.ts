import { defineEntity, p } from '@mikro-orm/core';

/** A wish to have a person erased, by the person or by an officer, and what became of it. */
export const ErasureRequestEntity = defineEntity({
  name: 'ErasureRequest',
  tableName: 'erasure_requests',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer(),
    memberId: p.uuid(),
    status: p.text(),
    reason: p.text(),
    own: p.boolean(),
    requestedAt: p.datetime(),
    requestedBy: p.uuid(),
    dueOn: p.date().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    version: p.integer().version(),
  },
});
