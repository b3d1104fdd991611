import { defineEntity, p } from '@mikro-orm/core';

/** What a person has allowed a third party's program to do in one's name; a change ends one and begins another. */
export const ClientConsentEntity = defineEntity({
  name: 'ClientConsent',
  tableName: 'client_consents',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    clientId: p.uuid(),
    principalId: p.uuid(),
    permissions: p.array(),
    since: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
