import { defineEntity, p } from '@mikro-orm/core';
/** Which body stood above which, and when. Derived from `Organization.parentId`, which the audit records. */
export const OrganizationParentEntity = defineEntity({
    name: 'OrganizationParent',
    tableName: 'organization_parents',
    properties: {
        id: p.uuid().primary(),
        districtId: p.integer().defaultRaw('app_district()'),
        organizationId: p.uuid(),
        parentId: p.uuid(),
        since: p.date(),
        until: p.date().nullable(),
    },
});
/** Every pair of a body and one above it, itself at depth 0, with the days on which it held. */
export const OrganizationClosureEntity = defineEntity({
    name: 'OrganizationClosure',
    tableName: 'organization_closure',
    properties: {
        districtId: p.integer().primary(),
        descendantId: p.uuid().primary(),
        ancestorId: p.uuid().primary(),
        since: p.date().primary(),
        depth: p.integer(),
        until: p.date().nullable(),
    },
});
//# sourceMappingURL=tree.entity.js.map