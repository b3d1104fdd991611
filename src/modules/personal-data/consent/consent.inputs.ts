import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../../kernel/index.js';
import { Consent } from './consent.type.js';

@InputType('GiveConsentInput', { description: '同意 / A consent' })
export class GiveConsentInput {
  @Field(() => ID, { description: '会员 / The member' })
  memberId!: string;

  @Field(() => String, { description: '用途代码 / Code of the purpose' })
  purpose!: string;

  @Field(() => Int, { description: '本人所见文本的版本 / Version of the text that the person saw' })
  textVersion!: number;
}

@InputType('WithdrawConsentInput', { description: '撤回同意 / Withdrawal of a consent' })
export class WithdrawConsentInput {
  @Field(() => ID, { description: '会员 / The member' })
  memberId!: string;

  @Field(() => String, { description: '用途代码 / Code of the purpose' })
  purpose!: string;
}

@ObjectType('ConsentPayload', { simpleResolvers: true, description: '同意或撤回的结果 / Outcome for a consent' })
export class ConsentPayload extends Payload {
  @Field(() => Consent, { nullable: true, description: '同意的现状 / The consent as it is now' })
  consent?: object | null;
}
