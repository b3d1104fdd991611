import { Field, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, Node } from '../../../kernel/index.js';
import type { GroupRoleRow } from './group-role.entity.js';

@ObjectType('GroupRole', {
  implements: Node,
  simpleResolvers: true,
  description:
    '登录服务中的一个群组在本区对应的角色 / The role that a group of a sign-in provider means in this district',
})
export class GroupRole extends Node {
  @Field(() => String, { description: '登录服务的编号 / Id of the sign-in provider' })
  provider!: string;

  @Field(() => String, { description: '角色代码 / Code of the role' })
  role!: string;

  @Field(() => DateTimeScalar, { description: '设定时间 / When it was mapped' })
  createdAt!: string;
}

export const GroupRoleConnection = connectionOf<GroupRoleRow>(() => GroupRole, 'GroupRole');
