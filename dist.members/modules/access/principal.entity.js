import { defineEntity, p } from '@mikro-orm/core';
/** Somebody, or some system, that may act in this district. */
export const PrincipalEntity = defineEntity({
    name: 'Principal',
    tableName: 'principals',
    properties: {
        id: p.uuid().primary(),
        districtId: p.integer().defaultRaw('app_district()'),
        subject: p.string(),
        name: p.string(),
        memberId: p.uuid().nullable(),
        status: p.string().$type().default('ACTIVE'),
        synthetic: p.boolean().default(false),
        createdAt: p.datetime().defaultRaw('now()'),
        version: p.integer().version(),
    },
});
/** A role given to a principal, on the whole district or on one organization with everything below it. */
export const RoleAssignmentEntity = defineEntity({
    name: 'RoleAssignment',
    tableName: 'role_assignments',
    properties: {
        id: p.uuid().primary(),
        districtId: p.integer().defaultRaw('app_district()'),
        principalId: p.uuid(),
        role: p.string(),
        organizationId: p.uuid().nullable(),
        since: p.date(),
        until: p.date().nullable(),
        version: p.integer().version(),
    },
});
//# sourceMappingURL=principal.entity.js.map