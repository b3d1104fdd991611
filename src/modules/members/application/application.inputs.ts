import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, NationalIdScalar, Payload, PhoneNumberScalar, Reads } from '../../../kernel/index.js';
import type { MemberRow } from '../member/member.node.js';
import { EmploymentType, Gender, JoinedVia, Member } from '../member/member.type.js';
import type { MembershipApplicationRow } from './application.node.js';
import { MembershipApplication, MembershipApplicationStatus, MembershipDecision } from './application.type.js';

@InputType('ApplyForMembershipInput', { description: '入会申请 / An application for membership' })
export class ApplyForMembershipInput {
  @Field(() => ID, {
    nullable: true,
    description: '申请加入的工会；与 organizationCode 二选一 / The union to join; give this or organizationCode',
  })
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '申请加入的工会的编号，如二维码所载 / Code of the union to join, as printed on its notice',
  })
  organizationCode?: string | null;

  @Field(() => String, { description: '姓名 / Name' })
  name!: string;

  @Field(() => NationalIdScalar, { description: '公民身份号码 / Identity number' })
  nationalId!: string;

  @Field(() => PhoneNumberScalar, { description: '手机号 / Phone number' })
  phone!: string;

  @Field(() => Gender, {
    nullable: true,
    description: '性别；填写时须与号码一致 / Gender; when given it must agree with the identity number',
  })
  gender?: Gender | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '出生日期；填写时须与号码一致 / Date of birth; when given it must agree with the identity number',
  })
  birthDate?: string | null;

  @Field(() => EmploymentType, { description: '就业形式 / How the person works' })
  employmentType!: EmploymentType;

  @Field(() => String, { description: '职业或工种，最多 50 字 / Occupation, 50 characters at most' })
  occupation!: string;

  @Field(() => JoinedVia, { description: '入会途径 / How the person joins' })
  via!: JoinedVia;
}

@InputType('DecideMembershipApplicationInput', { description: '审批入会申请 / A decision on an application' })
export class DecideMembershipApplicationInput {
  @Field(() => ID, { description: '申请 / The application' })
  applicationId!: string;

  @Field(() => MembershipDecision, { description: '结果 / Decision' })
  decision!: MembershipDecision;

  @Field(() => String, {
    nullable: true,
    description: '理由，2–200 字；不批准时必填 / Reason, 2–200 characters; required to reject',
  })
  reason?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      '入会日：申请日至今天之间，默认今天 / First day as a member: from the day of application to today (default)',
  })
  since?: string | null;

  @Field(() => Int, { description: '申请的版本号 / Version of the application' })
  expectedVersion!: number;
}

@InputType('MembershipApplicationFilter', { description: '入会申请的筛选 / Which applications' })
export class MembershipApplicationFilter {
  @Field(() => MembershipApplicationStatus, { nullable: true, description: '状态 / Status' })
  status?: MembershipApplicationStatus | null;

  @Field(() => ID, { nullable: true, description: '申请加入的工会 / The union applied to' })
  organizationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '是否已逾期未批 / Whether the decision is overdue',
  })
  @Reads('MembershipApplication.status', 'MembershipApplication.decideBy')
  overdue?: boolean | null;
}

@ObjectType('ApplyForMembershipPayload', { simpleResolvers: true, description: '申请的结果 / Result of applying' })
export class ApplyForMembershipPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: '受理编号，无权查看会员的前端凭此告知申请人 / Receipt for the applicant, given to every caller',
  })
  applicationNo?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '应于此日前（含）审批 / To be decided by this day, inclusive',
  })
  decideBy?: string | null;

  @Field(() => MembershipApplication, {
    nullable: true,
    description: '申请；无权查看时为空 / The application; null when you may not see it',
  })
  application?: MembershipApplicationRow | null;

  @Field(() => Member, {
    nullable: true,
    description: '申请人；无权查看时为空 / The applicant; null when you may not see it',
  })
  member?: MemberRow | null;
}

@ObjectType('DecideMembershipApplicationPayload', {
  simpleResolvers: true,
  description: '审批的结果 / Result of a decision',
})
export class DecideMembershipApplicationPayload extends Payload {
  @Field(() => MembershipApplication, { nullable: true, description: '申请 / The application' })
  application?: MembershipApplicationRow | null;

  @Field(() => Member, { nullable: true, description: '申请人 / The applicant' })
  member?: MemberRow | null;
}
