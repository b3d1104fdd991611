import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  defineNode,
  holdsInDistrict,
  Node,
  type RowOf,
} from '../../kernel/index.js';
import type { InferEntity } from '@mikro-orm/core';
import { PrincipalEntity } from './principal.entity.js';

export const AccountStatus = { ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED' } as const;

registerEnumType(AccountStatus, {
  name: 'AccountStatus',
  description: '账号状态 / Status of an account',
  valuesConfig: {
    ACTIVE: { description: '正常 / Active' },
    SUSPENDED: { description: '停用 / Suspended' },
  },
});

export type PrincipalRow = RowOf<InferEntity<typeof PrincipalEntity>>;

/** Accounts are seen by those who look after them, and by nobody else. */
export const principalNode = defineNode(PrincipalEntity, (ctx) => holdsInDistrict(ctx.principal, 'access:read'));

@ObjectType('Account', {
  implements: Node,
  simpleResolvers: true,
  description: '可在本区操作的人或系统 / Somebody or some system that may act in this district',
})
export class Account extends Node {
  @Field(() => String, { description: '身份：签发者与主体 / Identity: issuer and subject' })
  subject!: string;

  @Field(() => String, { description: '名称 / Name' })
  name!: string;

  @Field(() => AccountStatus, { description: '状态 / Status' })
  status!: string;

  @Field(() => Boolean, { description: '演示用的虚拟账号 / Made up for the demo' })
  synthetic!: boolean;

  @Field(() => DateTimeScalar, { description: '登记时间 / When it was registered' })
  createdAt!: string;

  @Field(() => Int, { description: '版本，供并发修改检查 / Version, for concurrent edits' })
  version!: number;
}

@ObjectType('RoleAssignment', { simpleResolvers: true, description: '一项授权 / A role given to an account' })
export class RoleAssignment {
  @Field(() => ID, { description: '授权编号 / Id of the assignment' })
  id!: string;

  @Field(() => String, { description: '角色代码 / Code of the role' })
  role!: string;

  @Field(() => DateScalar, { description: '自该日起 / From this day on' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: '至该日止（不含） / Until this day, exclusive' })
  until!: string | null;
}

export const AccountConnection = connectionOf<PrincipalRow>(() => Account, 'Account');
