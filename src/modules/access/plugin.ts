import { sql } from 'kysely';
import { CONTRACT_VERSION, definePlugin, plain } from '../../kernel/index.js';
import { AccountResolver, RoleAssignmentResolver } from './account.resolver.js';
import { seedDemoAccounts } from './demo.js';
import { readDemoToken } from './demo-issuer.js';
import { errors } from './errors.js';
import { permissions } from './permissions.js';
import { PrincipalEntity, RoleAssignmentEntity } from './principal.entity.js';
import { principalNode } from './principal.type.js';
import { DistrictRoleEntity } from './role/district-role.entity.js';
import { districtRoleNode } from './role/district-role.type.js';
import { DistrictRoleResolver, RoleResolver } from './role/role.resolver.js';
import { roles } from './roles.js';
import { ViewerResolver } from './viewer.resolver.js';

export const access = definePlugin({
  id: 'access',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '账号与权限', en: 'Accounts and permissions' },
  requires: ['districts', 'organizations', 'members'],
  entities: [PrincipalEntity, RoleAssignmentEntity, DistrictRoleEntity],
  migrations: new URL('../../../migrations/access/', import.meta.url),
  resolvers: [ViewerResolver, AccountResolver, RoleAssignmentResolver, RoleResolver, DistrictRoleResolver],
  nodes: { Account: principalNode, DistrictRole: districtRoleNode },
  permissions,
  roles,
  errors,
  events: {
    'account.registered': { zh: '账号已登记', en: 'An account was registered' },
    'account.changed': { zh: '账号或其角色已变更', en: 'An account or its roles changed' },
    'role.changed': { zh: '自定角色已变更', en: 'A role of the district’s own changed' },
  },
  personalData: [
    {
      table: 'principals',
      columns: {
        name: plain('（已删除）'),
        subject: plain(sql`'erased:' || id`),
        status: plain(sql`status`),
        created_at: plain(sql`created_at`),
      },
      personColumn: 'member_id',
      harmless: { synthetic: 'whether the demo made the account up' },
      retention: 'account',
    },
    {
      table: 'role_assignments',
      columns: { role: plain(sql`role`), since: plain(sql`since`), until: plain(sql`until`) },
      personColumn: 'principal_id',
      through: 'principals',
      retention: 'account',
    },
  ],
  historyOf: {
    Principal: { type: 'Account', property: 'id' },
    RoleAssignment: { type: 'Account', property: 'principalId' },
  },
  authenticate: readDemoToken,
  demo: {
    seed: seedDemoAccounts,
    repeatable: true,
    examples: [
      {
        title: { zh: '我是谁，能做什么', en: 'Who am I, and what may I do' },
        role: 'administrator',
        query: `query Viewer {
  viewer {
    name
    district {
      code
      name
      modules
    }
    roles {
      code
      title
    }
    mayCreate: can(permission: "organization:create")
    permissions
  }
}`,
      },
    ],
  },
});
