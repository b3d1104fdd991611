import { defineEntity, p } from '@mikro-orm/core';
import type { Standing } from '../../attachments/index.js';

/** A list asked for as one file: by whom, what for, who approved it, where it is. */
export const ExportEntity = defineEntity({
  name: 'Export',
  tableName: 'exports',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    list: p.text(),
    organizationId: p.uuid().nullable(),
    purpose: p.text(),
    recipient: p.text().nullable(),
    status: p.text(),
    countedRows: p.integer(),
    writtenRows: p.integer().nullable(),
    requestedBy: p.uuid(),
    requesterName: p.text(),
    requestedAt: p.datetime(),
    standing: p.json().$type<Standing>(),
    decidedBy: p.uuid().nullable(),
    deciderName: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    decisionReason: p.text().default(''),
    keyWrapped: p.blob().nullable(),
    storageKey: p.text().nullable(),
    size: p.bigint('number').nullable(),
    sha256: p.blob().nullable().fieldName('sha256'),
    readyAt: p.datetime().nullable(),
    expiresAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
