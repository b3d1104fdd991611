import { type SqlBool, sql } from 'kysely';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { defineNode, type RowOf, scopesOf } from '../../../kernel/index.js';

/** The role that a group of a provider means in this district, on one organization where the role needs one. */
export const GroupRoleEntity = defineEntity({
  name: 'GroupRole',
  tableName: 'group_roles',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    provider: p.string(),
    groupName: p.string(),
    role: p.string(),
    organizationId: p.uuid().nullable(),
    mappedBy: p.uuid(),
    createdAt: p.datetime().defaultRaw('now()'),
    version: p.integer().version(),
  },
});

export type GroupRoleRow = RowOf<InferEntity<typeof GroupRoleEntity>>;

/** Seen by those who see accounts and their roles; not where the role is one of a module that is off. */
export const groupRoleNode = defineNode(GroupRoleEntity, (ctx) => {
  if (scopesOf(ctx.principal, 'identity:read').length === 0) return false;
  const hidden = ctx.hidden('roles');
  return hidden.length === 0 || sql<SqlBool>`node.role <> all(${hidden}::text[])`;
});
