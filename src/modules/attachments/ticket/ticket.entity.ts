import { defineEntity, p } from '@mikro-orm/core';
import type { Standing } from './standing.js';

/** A single-use address, kept as a hash. Rows come and go by SQL: they say nothing about anything. */
export const FileTicketEntity = defineEntity({
  name: 'FileTicket',
  tableName: 'file_tickets',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    hash: p.blob(),
    use: p.text(),
    type: p.text(),
    targetId: p.uuid(),
    standing: p.json().$type<Standing>(),
    expiresAt: p.datetime(),
    version: p.integer().version(),
  },
});
