import { defineEntity, p } from '@mikro-orm/core';
/** A union body. Its tree and its figures stand in tables of their own. */
export const OrganizationEntity = defineEntity({
    name: 'Organization',
    tableName: 'organizations',
    properties: {
        id: p.uuid().primary(),
        districtId: p.integer().defaultRaw('app_district()'),
        code: p.text(),
        name: p.text(),
        kind: p.text().$type(),
        jointUnionKind: p.text().$type().nullable(),
        type: p.text().$type(),
        level: p.text().$type(),
        status: p.text().$type(),
        parentId: p.uuid().nullable(),
        creditCode: p.text().nullable(),
        legalPerson: p.boolean(),
        registered: p.boolean(),
        address: p.text().nullable(),
        bankAccount: p.text().$type().nullable(),
        foundedOn: p.date().nullable(),
        endedOn: p.date().nullable(),
        synthetic: p.boolean(),
        createdAt: p.datetime().defaultRaw('now()'),
        version: p.integer().version(),
    },
});
//# sourceMappingURL=organization.entity.js.map