import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar, NationalIdScalar, OneOf, Payload, PhoneNumberScalar } from '../../../kernel/index.js';

@InputType('StatedIdentityInput', { description: '本人的号码 / Numbers that the person states' })
export class StatedIdentityInput {
  @Field(() => NationalIdScalar, { description: '公民身份号码 / Identity number' })
  nationalId!: string;

  @Field(() => PhoneNumberScalar, { description: '会员库中登记的手机号 / Phone number as the register has it' })
  phone!: string;
}

@OneOf()
@InputType('BindPersonInput', {
  description: '绑定会员的依据，二选一 / What shows who the caller is: exactly one of the two',
})
export class BindPersonInput {
  @Field(() => StatedIdentityInput, { nullable: true, description: '号码 / Numbers' })
  identity?: StatedIdentityInput | null;

  @Field(() => String, { nullable: true, description: '工会发放的邀请码 / Invitation code from the union' })
  invitationCode?: string | null;
}

@InputType('UnbindPersonInput', { description: '解除账号与会员的绑定 / Undoes the binding of an account' })
export class UnbindPersonInput {
  @Field(() => ID, {
    nullable: true,
    description: '账号；不填即自己的账号 / The account; one’s own when left out',
  })
  accountId?: string | null;

  @Field(() => String, { description: '理由，2–200 字 / Reason, 2–200 characters' })
  reason!: string;
}

@InputType('InviteMemberInput', { description: '邀请会员绑定账号 / Invites a member to bind an account' })
export class InviteMemberInput {
  @Field(() => ID, { description: '会员 / The member' })
  memberId!: string;
}

@ObjectType('BindPersonPayload', { simpleResolvers: true, description: '绑定的结果 / Outcome of binding' })
export class BindPersonPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: '所绑定的会员；五秒内即可读取 / The member; can be read within five seconds',
  })
  memberId?: string | null;
}

@ObjectType('UnbindPersonPayload', { simpleResolvers: true, description: '解除绑定的结果 / Outcome of undoing it' })
export class UnbindPersonPayload extends Payload {
  @Field(() => ID, { nullable: true, description: '已解除的账号 / The account' })
  accountId?: string | null;
}

@ObjectType('InviteMemberPayload', { simpleResolvers: true, description: '邀请的结果 / Outcome of inviting' })
export class InviteMemberPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: '邀请码，仅此一次显示，仅可使用一次 / The code: shown this once, good for one use',
  })
  code?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '失效时间 / When it ends' })
  expiresAt?: Date | null;
}
