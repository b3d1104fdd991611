import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../../kernel/index.js';
import { GroupRole } from './group-role.type.js';

@InputType('MapGroupInput', { description: '登录服务中的群组对应的角色 / The role that a group of a provider means' })
export class MapGroupInput {
  @Field(() => String, { description: '登录服务的编号 / Id of the sign-in provider' })
  provider!: string;

  @Field(() => String, {
    description: '群组名，与令牌中的一致，最多 200 字 / Group, as in the token, 200 characters at most',
  })
  group!: string;

  @Field(() => String, { description: '角色代码 / Code of the role' })
  role!: string;

  @Field(() => ID, { nullable: true, description: '所在组织，含其下属 / The organization, with everything below it' })
  organizationId?: string | null;
}

@InputType('UnmapGroupInput', { description: '取消群组对应的角色 / Takes a mapping away' })
export class UnmapGroupInput {
  @Field(() => ID, { description: '对应关系的编号 / Id of the mapping' })
  id!: string;
}

@ObjectType('MapGroupPayload', { simpleResolvers: true, description: '对应群组的结果 / Outcome of mapping a group' })
export class MapGroupPayload extends Payload {
  @Field(() => GroupRole, { nullable: true, description: '对应关系 / The mapping' })
  groupRole?: object | null;
}

@ObjectType('UnmapGroupPayload', { simpleResolvers: true, description: '取消对应的结果 / Outcome of taking one away' })
export class UnmapGroupPayload extends Payload {
  @Field(() => ID, { nullable: true, description: '已取消的对应关系 / The mapping that is gone' })
  removedId?: string | null;
}
