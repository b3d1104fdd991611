import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { RowOf } from '../../kernel/index.js';
import type {
  BankAccount,
  JointUnionKind,
  OrganizationKind,
  OrganizationLevel,
  OrganizationStatus,
  OrganizationType,
} from './organization.enums.js';

/** A union body. Its tree and its figures stand in tables of their own. */
export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    code: p.text(),
    name: p.text(),
    kind: p.text().$type<OrganizationKind>(),
    jointUnionKind: p.text().$type<JointUnionKind>().nullable(),
    type: p.text().$type<OrganizationType>(),
    level: p.text().$type<OrganizationLevel>(),
    status: p.text().$type<OrganizationStatus>(),
    parentId: p.uuid().nullable(),
    creditCode: p.text().nullable(),
    legalPerson: p.boolean(),
    registered: p.boolean(),
    address: p.text().nullable(),
    bankAccount: p.text().$type<BankAccount>().nullable(),
    foundedOn: p.date().nullable(),
    endedOn: p.date().nullable(),
    synthetic: p.boolean(),
    createdAt: p.datetime().defaultRaw('now()'),
    version: p.integer().version(),
  },
});

export type OrganizationEntity = InferEntity<typeof OrganizationEntity>;
export type OrganizationRow = RowOf<OrganizationEntity>;
