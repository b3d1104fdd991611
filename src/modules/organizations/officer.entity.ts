import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { RowOf } from '../../kernel/index.js';
import type { OfficerRole } from './officer.type.js';

/** One term of one officer. */
export const OfficerEntity = defineEntity({
  name: 'Officer',
  tableName: 'organization_officers',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    organizationId: p.uuid(),
    /** Row in the register of members, which this module does not know. */
    memberId: p.uuid().nullable(),
    name: p.text(),
    role: p.text().$type<OfficerRole>(),
    since: p.date(),
    until: p.date().nullable(),
    synthetic: p.boolean(),
    version: p.integer().version(),
  },
});

export type OfficerEntity = InferEntity<typeof OfficerEntity>;
export type OfficerRow = RowOf<OfficerEntity>;
