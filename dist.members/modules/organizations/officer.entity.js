import { defineEntity, p } from '@mikro-orm/core';
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
        role: p.text().$type(),
        since: p.date(),
        until: p.date().nullable(),
        synthetic: p.boolean(),
        version: p.integer().version(),
    },
});
//# sourceMappingURL=officer.entity.js.map