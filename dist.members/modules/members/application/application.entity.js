import { defineEntity, p } from '@mikro-orm/core';
/** A person's wish to join one union, with what was stated, and what became of it. */
export const MembershipApplicationEntity = defineEntity({
    name: 'MembershipApplication',
    tableName: 'membership_applications',
    properties: {
        id: p.uuid().primary(),
        districtId: p.integer(),
        applicationNo: p.text(),
        memberId: p.uuid(),
        organizationId: p.uuid(),
        via: p.text(),
        phoneSealed: p.blob(),
        employmentType: p.text(),
        occupation: p.text(),
        status: p.text(),
        appliedAt: p.datetime(),
        decideBy: p.date(),
        decidedAt: p.datetime().nullable(),
        decidedBy: p.uuid().nullable(),
        reason: p.text(),
        version: p.integer().version(),
    },
});
//# sourceMappingURL=application.entity.js.map