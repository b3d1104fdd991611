import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { JsonObjectScalar, Payload } from '../../../kernel/index.js';
import type { ApiClientRow, PublicJwk } from './client.entity.js';
import { Client, ClientKind } from './client.type.js';

@InputType('RegisterClientInput', { description: '登记接入应用 / Register a client' })
export class RegisterClientInput {
  @Field(() => String, { description: '名称，最多 100 字 / Name, 100 characters at most' })
  name!: string;

  @Field(() => ClientKind, { description: '种类 / Kind' })
  kind!: ClientKind;

  @Field(() => [String], { description: '范围：权限代码 / Scopes: permissions' })
  scopes!: string[];

  @Field(() => [String], {
    nullable: true,
    description: '可用的地址或网段；不填则不限 / Addresses and networks it may call from; any when left out',
  })
  addresses?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: '本会自己的应用 / The federation’s own; false by default' })
  firstParty?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: '登录服务中的编号 <登录服务>:<client_id> / Its id at the sign-in provider, <provider>:<client_id>',
  })
  externalClientId?: string | null;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: '签名公钥（JWK，Ed25519 或 P-256） / Public key for signatures (JWK, Ed25519 or P-256)',
  })
  signingKey?: PublicJwk | null;
}

@InputType('ChangeClientInput', {
  description: '修改接入应用；未给出的字段不变 / Change a client; what is left out stays',
})
export class ChangeClientInput {
  @Field(() => ID, { description: '应用 / The client' })
  clientId!: string;

  @Field(() => String, { nullable: true, description: '名称 / Name' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: '范围：权限代码 / Scopes: permissions' })
  scopes?: string[] | null;

  @Field(() => [String], { nullable: true, description: '可用的地址或网段 / Addresses and networks' })
  addresses?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: '本会自己的应用 / The federation’s own' })
  firstParty?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: '登录服务中的编号；null 为去掉 / Its id at the sign-in provider; null takes it away',
  })
  externalClientId?: string | null;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: '签名公钥；null 为不再要求签名 / Public key; null asks for signatures no longer',
  })
  signingKey?: PublicJwk | null;

  @Field(() => Int, { description: '您所见的版本 / The version you saw' })
  expectedVersion!: number;
}

@InputType('SuspendClientInput', { description: '停用或恢复接入应用 / Suspend a client or let it act again' })
export class SuspendClientInput {
  @Field(() => ID, { description: '应用 / The client' })
  clientId!: string;

  @Field(() => Boolean, { description: '停用为 true，恢复为 false / True suspends, false lets it act again' })
  suspended!: boolean;

  @Field(() => Int, { description: '您所见的版本 / The version you saw' })
  expectedVersion!: number;
}

@ObjectType('ClientPayload', {
  simpleResolvers: true,
  description: '应用操作的结果 / Outcome of a change to a client',
})
export class ClientPayload extends Payload {
  @Field(() => Client, { nullable: true, description: '应用现状 / The client as it is now' })
  client?: ApiClientRow | null;
}
