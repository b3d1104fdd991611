import { defineEntity, p } from '@mikro-orm/core';

/** A session, or all sessions of a subject, that its provider has ended. Digests only: it names nobody. */
export const LogoutEntity = defineEntity({
  name: 'IdentityLogout',
  tableName: 'identity_logouts',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    provider: p.string(),
    tokenDigest: p.blob(),
    subjectDigest: p.blob().nullable(),
    sessionDigest: p.blob().nullable(),
    issuedAt: p.datetime(),
    receivedAt: p.datetime(),
  },
});
