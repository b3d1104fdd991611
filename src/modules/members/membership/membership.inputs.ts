import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, Payload } from '../../../kernel/index.js';
import type { MemberRow } from '../member/member.node.js';
import { Member } from '../member/member.type.js';
import type { MembershipRow } from './membership.node.js';
import { Membership, MembershipEndReason } from './membership.type.js';

@InputType('TransferMembershipInput', { description: '转接会员关系 / Move a member to another union' })
export class TransferMembershipInput {
  @Field(() => ID, { description: '会员 / The member' })
  memberId!: string;

  @Field(() => ID, { description: '转入的工会，须在本区 / The union to move to, in this district' })
  toOrganizationId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '转入之日，默认今天，不能晚于今天 / First day there; today by default and at the latest',
  })
  since?: string | null;

  @Field(() => String, { description: '理由，2–200 字，记入审计 / Reason, 2–200 characters, kept in the audit' })
  reason!: string;

  @Field(() => Int, { description: '会员的版本号 / Version of the member' })
  expectedVersion!: number;
}

@InputType('AddSecondaryMembershipInput', { description: '办理二次覆盖 / Give second coverage' })
export class AddSecondaryMembershipInput {
  @Field(() => ID, { description: '会员 / The member' })
  memberId!: string;

  @Field(() => ID, { description: '提供覆盖的联合工会 / The joint union that covers the member' })
  organizationId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '生效日，默认今天，不早于现主会籍 / First day; today by default, not before the primary membership',
  })
  since?: string | null;
}

@InputType('EndMembershipInput', { description: '终止会籍 / End a membership' })
export class EndMembershipInput {
  @Field(() => ID, { description: '会籍 / The membership' })
  membershipId!: string;

  @Field(() => DateScalar, {
    description: '失效日：当日起不再有效，不能晚于今天 / First day no longer in force; today at the latest',
  })
  until!: string;

  @Field(() => MembershipEndReason, { description: '原因 / Why' })
  reason!: MembershipEndReason;

  @Field(() => Int, { description: '会籍的版本号 / Version of the membership' })
  expectedVersion!: number;
}

@ObjectType('TransferMembershipPayload', { simpleResolvers: true, description: '转接的结果 / Result of a transfer' })
export class TransferMembershipPayload extends Payload {
  @Field(() => Member, { nullable: true, description: '会员 / The member' })
  member?: MemberRow | null;

  @Field(() => Membership, { nullable: true, description: '新的主会籍 / The new primary membership' })
  membership?: MembershipRow | null;
}

@ObjectType('AddSecondaryMembershipPayload', {
  simpleResolvers: true,
  description: '办理二次覆盖的结果 / Result of giving second coverage',
})
export class AddSecondaryMembershipPayload extends Payload {
  @Field(() => Member, { nullable: true, description: '会员 / The member' })
  member?: MemberRow | null;

  @Field(() => Membership, { nullable: true, description: '二次覆盖的会籍 / The secondary membership' })
  membership?: MembershipRow | null;
}

@ObjectType('EndMembershipPayload', {
  simpleResolvers: true,
  description: '终止会籍的结果 / Result of ending a membership',
})
export class EndMembershipPayload extends Payload {
  @Field(() => Member, { nullable: true, description: '会员 / The member' })
  member?: MemberRow | null;

  @Field(() => Membership, { nullable: true, description: '终止的会籍 / The membership that ended' })
  membership?: MembershipRow | null;
}
