import { defineEntity, p } from '@mikro-orm/core';
const measures = {
    unions: p.integer(),
    coveredUnits: p.integer(),
    members: p.integer(),
    coveredMembers: p.integer(),
    workers: p.integer(),
    shouldFoundUnits: p.integer(),
};
/** A change of a body's own figures, not yet folded. */
export const FigureDeltaEntity = defineEntity({
    name: 'OrganizationFigureDelta',
    tableName: 'organization_figure_deltas',
    properties: {
        districtId: p.integer().primary(),
        id: p.bigint().primary(),
        organizationId: p.uuid(),
        day: p.date(),
        ...measures,
    },
});
/** A body's own figures at the end of a day on which they changed. */
export const FigureEntity = defineEntity({
    name: 'OrganizationFigure',
    tableName: 'organization_figures',
    properties: {
        districtId: p.integer().primary(),
        organizationId: p.uuid().primary(),
        day: p.date().primary(),
        ...measures,
    },
});
/** What was counted among the employers assigned to a body itself on a day. */
export const WorkforceSurveyEntity = defineEntity({
    name: 'WorkforceSurvey',
    tableName: 'workforce_surveys',
    properties: {
        id: p.uuid().primary(),
        districtId: p.integer().defaultRaw('app_district()'),
        organizationId: p.uuid(),
        surveyedOn: p.date(),
        workers: p.integer(),
        shouldFoundUnits: p.integer(),
        version: p.integer().version(),
    },
});
//# sourceMappingURL=figure.entity.js.map