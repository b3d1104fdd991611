import { defineEntity, p } from '@mikro-orm/core';
/** An employer covered by a union for a time. */
export const CoveredUnitEntity = defineEntity({
    name: 'CoveredUnit',
    tableName: 'covered_units',
    properties: {
        id: p.uuid().primary(),
        districtId: p.integer().defaultRaw('app_district()'),
        organizationId: p.uuid(),
        name: p.text(),
        creditCode: p.text().nullable(),
        since: p.date(),
        until: p.date().nullable(),
        synthetic: p.boolean(),
        version: p.integer().version(),
    },
});
//# sourceMappingURL=unit.entity.js.map