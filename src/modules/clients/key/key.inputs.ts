import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar, Payload } from '../../../kernel/index.js';
import type { ApiClientRow } from '../client/client.entity.js';
import { Client } from '../client/client.type.js';

@InputType('CreateClientKeyInput', { description: '发放密钥 / Issue a key' })
export class CreateClientKeyInput {
  @Field(() => ID, { description: '应用 / The client' })
  clientId!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '到期时间，默认为最长期限 / When it ends; the longest time allowed by default',
  })
  expiresAt?: Date | null;
}

@InputType('RevokeClientKeyInput', { description: '吊销密钥 / Revoke a key' })
export class RevokeClientKeyInput {
  @Field(() => ID, { description: '密钥编号 / Id of the key' })
  keyId!: string;
}

@ObjectType('CreateClientKeyPayload', {
  simpleResolvers: true,
  description: '发放密钥的结果 / Outcome of issuing a key',
})
export class CreateClientKeyPayload extends Payload {
  @Field(() => Client, { nullable: true, description: '应用现状 / The client as it is now' })
  client?: ApiClientRow | null;

  @Field(() => String, {
    nullable: true,
    description: '密钥全文，仅此一次 / The key itself, this once and never again',
  })
  key?: string | null;
}
