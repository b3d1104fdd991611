import { defineEntity, p } from '@mikro-orm/core';

/** The time during which an account is bound to a person. */
export const PersonBindingEntity = defineEntity({
  name: 'PersonBinding',
  tableName: 'person_bindings',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    principalId: p.uuid(),
    memberId: p.uuid(),
    means: p.string().$type<'IDENTITY_NUMBER' | 'INVITATION'>(),
    boundAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedBy: p.uuid().nullable(),
    reason: p.string().default(''),
    version: p.integer().version(),
  },
});

/** A one-time code by which a member binds an account; only its digest is kept. */
export const MemberInvitationEntity = defineEntity({
  name: 'MemberInvitation',
  tableName: 'member_invitations',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    memberId: p.uuid(),
    codeDigest: p.blob(),
    invitedBy: p.uuid(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** A try that has not succeeded (yet). Written with SQL: a counter is no object whose history anybody reads. */
export const BindingAttemptEntity = defineEntity({
  name: 'BindingAttempt',
  tableName: 'binding_attempts',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    principalId: p.uuid(),
    addressDigest: p.blob(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
