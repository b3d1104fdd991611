import type { InferEntity } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, defineNode, holdsInDistrict, Node, type RowOf } from '../../../kernel/index.js';
import { DistrictRoleEntity } from './district-role.entity.js';
import { RoleScopeKind } from './role.type.js';

export type DistrictRoleRow = RowOf<InferEntity<typeof DistrictRoleEntity>>;

/** Seen by those who see accounts; titles of one's own roles stand in `viewer`. */
export const districtRoleNode = defineNode(DistrictRoleEntity, (ctx) => holdsInDistrict(ctx.principal, 'access:read'));

@ObjectType('DistrictRole', {
  implements: Node,
  simpleResolvers: true,
  description: '本区自定的角色 / A role that this district has made for itself',
})
export class DistrictRole extends Node {
  @Field(() => String, { description: '代码，以 own- 开头 / Code, beginning with own-' })
  code!: string;

  @Field(() => String, { description: '中文名称 / Title in Chinese' })
  titleZh!: string;

  @Field(() => String, { description: '英文名称 / Title in English' })
  titleEn!: string;

  @Field(() => RoleScopeKind, { description: '授予范围 / What it is bound to' })
  scope!: string;

  @Field(() => Int, { description: '版本，供并发修改检查 / Version, for concurrent edits' })
  version!: number;
}

export const DistrictRoleConnection = connectionOf<DistrictRoleRow>(() => DistrictRole, 'DistrictRole');
