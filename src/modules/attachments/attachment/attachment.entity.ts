import { defineEntity, p } from '@mikro-orm/core';

/** A file attached to a node: what it is, whose key seals it, where its content is kept. */
export const AttachmentEntity = defineEntity({
  name: 'Attachment',
  tableName: 'attachments',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    ownerType: p.text(),
    ownerId: p.uuid(),
    kind: p.text(),
    personId: p.uuid().nullable(),
    keyOwnerId: p.uuid(),
    nameSealed: p.blob(),
    keyWrapped: p.blob(),
    mediaType: p.text(),
    size: p.bigint('number'),
    sha256: p.blob().nullable().fieldName('sha256'),
    storageKey: p.text(),
    addedBy: p.uuid(),
    addedAt: p.datetime(),
    awaitedUntil: p.datetime(),
    storedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
