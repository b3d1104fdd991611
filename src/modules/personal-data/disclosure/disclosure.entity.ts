import { defineEntity, p } from '@mikro-orm/core';

/** One time that somebody was shown or given data of one person. Written by SQL: the log is no object with a history. */
export const DisclosureEntity = defineEntity({
  name: 'Disclosure',
  tableName: 'disclosures',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer(),
    memberId: p.uuid(),
    kind: p.text(),
    recipient: p.text(),
    fields: p.json().$type<readonly string[]>(),
    purpose: p.text(),
    reason: p.text(),
    actorId: p.uuid(),
    at: p.datetime(),
  },
});
