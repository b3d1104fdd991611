import { defineEntity, p } from '@mikro-orm/core';
/** One stretch of belonging to a union, in force from `since`, no longer on `until`. */
export const MembershipEntity = defineEntity({
    name: 'Membership',
    tableName: 'memberships',
    properties: {
        id: p.uuid().primary(),
        districtId: p.integer(),
        memberId: p.uuid(),
        organizationId: p.uuid(),
        kind: p.text(),
        since: p.date(),
        until: p.date().nullable(),
        reasonEnded: p.text().nullable(),
        note: p.text(),
        batchId: p.uuid().nullable(),
        version: p.integer().version(),
    },
});
//# sourceMappingURL=membership.entity.js.map