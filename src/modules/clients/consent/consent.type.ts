import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../kernel/index.js';
import { ClientKind } from '../client/client.type.js';

@ObjectType('ClientScope', {
  simpleResolvers: true,
  description: '应用申请的一项权限 / A permission that a client asks for',
})
export class ClientScope {
  @Field(() => String, { description: '权限代码 / Code of the permission' })
  code!: string;

  @Field(() => String, { description: '权限名称，按调用者的语言 / Its title in the caller’s language' })
  title!: string;
}

@ObjectType('ClientAccess', {
  simpleResolvers: true,
  description:
    '第三方应用与调用者之间：它申请什么，已允许什么 / Between a third party and the caller: asked for and allowed',
})
export class ClientAccess {
  @Field(() => ID, {
    description: '应用，用于 allowClient、withdrawClient / The client, for allowClient and withdrawClient',
  })
  clientId!: string;

  @Field(() => String, { description: '应用名称 / Name of the client' })
  name!: string;

  @Field(() => ClientKind, { description: '种类 / Kind' })
  kind!: string;

  @Field(() => [ClientScope], { description: '它申请的权限 / What it asks for' })
  asks!: readonly ClientScope[];

  @Field(() => [String], { description: '已允许的权限代码；为空即未同意 / Permissions allowed; none without consent' })
  allowed!: readonly string[];

  @Field(() => DateTimeScalar, { nullable: true, description: '同意时间 / When it was allowed' })
  since!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '同意的到期时间 / When the consent ends' })
  expiresAt!: string | null;
}
