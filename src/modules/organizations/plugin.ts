import { sql } from 'kysely';
import { CONTRACT_VERSION, definePlugin, plain } from '../../kernel/index.js';
import { attachments } from './attachments.js';
import { demo } from './demo.js';
import { errors } from './errors.js';
import { events } from './events.js';
import { FigureDeltaEntity, FigureEntity, WorkforceSurveyEntity } from './figure.entity.js';
import { exports } from './exports.js';
import { jobs } from './jobs.js';
import { OfficerEntity } from './officer.entity.js';
import { OrganizationEntity } from './organization.entity.js';
import { OfficerResolver, OrganizationOfficersResolver } from './officer.resolver.js';
import { officerNode } from './officer.repository.js';
import { OrganizationMutations } from './organization.mutations.js';
import { OrganizationResolver } from './organization.resolver.js';
import { permissions } from './permissions.js';
import { organizationNode } from './places.js';
import { OrganizationClosureEntity, OrganizationParentEntity } from './tree.entity.js';
import { ParentPeriodResolver } from './tree.resolver.js';
import { CoveredUnitEntity } from './unit.entity.js';
import { coveredUnitNode } from './unit.repository.js';
import { CoveredUnitResolver, OrganizationUnitsResolver } from './unit.resolver.js';

export const organizations = definePlugin({
  id: 'organizations',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '工会组织', en: 'Organizations' },
  migrations: new URL('../../../migrations/organizations/', import.meta.url),
  entities: [
    OrganizationEntity,
    OrganizationParentEntity,
    OrganizationClosureEntity,
    OfficerEntity,
    CoveredUnitEntity,
    WorkforceSurveyEntity,
    FigureDeltaEntity,
    FigureEntity,
  ],
  resolvers: [
    OrganizationResolver,
    OrganizationMutations,
    ParentPeriodResolver,
    OfficerResolver,
    OrganizationOfficersResolver,
    CoveredUnitResolver,
    OrganizationUnitsResolver,
  ],
  nodes: { Organization: organizationNode, Officer: officerNode, CoveredUnit: coveredUnitNode },
  permissions,
  errors,
  events,
  jobs,
  personalData: [
    {
      table: 'organization_officers',
      columns: {
        name: plain('（已删除）'),
        role: plain(sql`role`),
        since: plain(sql`since`),
        until: plain(sql`until`),
      },
      personColumn: 'member_id',
      harmless: { synthetic: 'whether the demo made the officer up' },
      retention: 'membership',
    },
  ],
  attachments,
  exports,
  historyOf: {
    Officer: { type: 'Organization', property: 'organizationId' },
    CoveredUnit: { type: 'Organization', property: 'organizationId' },
    WorkforceSurvey: { type: 'Organization', property: 'organizationId' },
  },
  demo,
});
