import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, Node } from '../../../kernel/index.js';
import { EmploymentType, JoinedVia } from '../member/member.type.js';

export const MembershipApplicationStatus = {
  PENDING: 'PENDING',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
} as const;

export const MembershipDecision = { APPROVE: 'APPROVE', REJECT: 'REJECT' } as const;

export type MembershipApplicationStatus = keyof typeof MembershipApplicationStatus;
export type MembershipDecision = keyof typeof MembershipDecision;

registerEnumType(MembershipApplicationStatus, {
  name: 'MembershipApplicationStatus',
  description: '入会申请的状态 / Status of an application for membership',
  valuesConfig: {
    PENDING: { description: '待审批 / Waiting for a decision' },
    APPROVED: { description: '已批准 / Approved' },
    REJECTED: { description: '未批准 / Rejected' },
    WITHDRAWN: { description: '已撤回 / Withdrawn' },
  },
});

registerEnumType(MembershipDecision, {
  name: 'MembershipDecision',
  description: '审批结果 / Decision on an application',
  valuesConfig: {
    APPROVE: { description: '批准 / Approve' },
    REJECT: { description: '不批准，须写明理由 / Reject; a reason is required' },
  },
});

@ObjectType('MembershipApplication', {
  implements: Node,
  simpleResolvers: true,
  description: '入会申请 / An application for membership',
})
export class MembershipApplication extends Node {
  @Field(() => String, { description: '受理编号 / Number given to the applicant' })
  applicationNo!: string;

  @Field(() => JoinedVia, { description: '途径 / How it came' })
  via!: string;

  @Field(() => EmploymentType, { description: '申请人所述就业形式 / Employment as stated' })
  employmentType!: string;

  @Field(() => String, { description: '申请人所述职业 / Occupation as stated' })
  occupation!: string;

  @Field(() => MembershipApplicationStatus, { description: '状态 / Status' })
  status!: string;

  @Field(() => DateScalar, { description: '应于此日前（含）审批 / To be decided by this day, inclusive' })
  decideBy!: string;

  @Field(() => String, { description: '审批理由 / Reason of the decision' })
  reason!: string;

  @Field(() => Int, { description: '版本号，修改时作为 expectedVersion / Version, for expectedVersion of a change' })
  version!: number;
}

export const MembershipApplicationConnection = connectionOf(() => MembershipApplication, 'MembershipApplication');
