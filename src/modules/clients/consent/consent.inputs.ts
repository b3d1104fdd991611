import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar, Payload } from '../../../kernel/index.js';
import { ClientAccess } from './consent.type.js';

@InputType('AllowClientInput', {
  description: '允许第三方应用代表自己；替换此前的同意 / Let a third party act in one’s name; replaces earlier consent',
})
export class AllowClientInput {
  @Field(() => ID, { description: '应用 / The client' })
  clientId!: string;

  @Field(() => [String], { description: '允许的权限，须为它所申请 / Permissions, of those it asks for' })
  permissions!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: '到期时间；不填则直到撤回 / When it ends; open without' })
  expiresAt?: Date | null;
}

@InputType('WithdrawClientInput', { description: '撤回对第三方应用的同意 / Take consent back' })
export class WithdrawClientInput {
  @Field(() => ID, { description: '应用 / The client' })
  clientId!: string;
}

@ObjectType('ClientAccessPayload', {
  simpleResolvers: true,
  description: '同意或撤回的结果 / Outcome of allowing or withdrawing',
})
export class ClientAccessPayload extends Payload {
  @Field(() => ClientAccess, { nullable: true, description: '现状 / How it stands now' })
  access?: ClientAccess | null;
}
