import { defineEntity, p } from '@mikro-orm/core';

/** A person's entry in the district's register. Identity number and phone are sealed, with a blind index each. */
export const MemberEntity = defineEntity({
  name: 'Member',
  tableName: 'members',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer(),
    organizationId: p.uuid().nullable(),
    keeperOrganizationId: p.uuid(),
    name: p.text(),
    gender: p.text(),
    birthDate: p.date(),
    nationalIdSealed: p.blob(),
    nationalIdIndex: p.blob().hidden(),
    phoneSealed: p.blob(),
    phoneIndex: p.blob().hidden(),
    employmentType: p.text(),
    occupation: p.text(),
    joinedVia: p.text(),
    status: p.text(),
    registeredAt: p.datetime(),
    synthetic: p.boolean(),
    batchId: p.uuid().nullable(),
    version: p.integer().version(),
  },
});
