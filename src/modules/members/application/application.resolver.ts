import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  DateTimeScalar,
  kernelErrors,
  localId,
  type Page,
  PageArgs,
  Permission,
  type RequestContext,
  refuse,
} from '../../../kernel/index.js';
import { Organization, organizationNode, type OrganizationRow } from '../../organizations/index.js';
import { memberNode, type MemberRow } from '../member/member.node.js';
import { Member } from '../member/member.type.js';
import { findUnionByCode } from '../membership/membership.repository.js';
import {
  ApplyForMembershipInput,
  ApplyForMembershipPayload,
  DecideMembershipApplicationInput,
  DecideMembershipApplicationPayload,
  MembershipApplicationFilter,
} from './application.inputs.js';
import { membershipApplicationNode, type MembershipApplicationRow } from './application.node.js';
import { pageOfApplications } from './application.repository.js';
import { applyForMembership, decideMembershipApplication } from './application.service.js';
import { MembershipApplication, MembershipApplicationConnection } from './application.type.js';

@Resolver(() => MembershipApplication)
export class MembershipApplicationResolver {
  @Query(() => MembershipApplicationConnection, {
    description: '可见的入会申请，按申请次序 / Applications for membership you may see, in order of time',
  })
  @Permission('member:read')
  membershipApplications(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MembershipApplicationFilter, { nullable: true, description: '筛选 / Which of them' })
    filter: MembershipApplicationFilter | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<MembershipApplicationRow>> {
    const id = filter?.organizationId;
    const organizationId = id == null ? null : localId('Organization', id, ['filter', 'organizationId']);
    return pageOfApplications(ctx, page, { status: filter?.status, overdue: filter?.overdue, organizationId });
  }

  @FieldResolver(() => Organization, { nullable: true, description: '申请加入的工会 / The union applied to' })
  organization(
    @Root() application: MembershipApplicationRow,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganizationRow | null> {
    return organizationNode.load(ctx, application.organizationId);
  }

  @FieldResolver(() => Member, {
    nullable: true,
    description: '申请人；档案已在别处时为空 / The applicant; null once the file is kept elsewhere',
  })
  member(@Root() application: MembershipApplicationRow, @Ctx() ctx: RequestContext): Promise<MemberRow | null> {
    return memberNode.load(ctx, application.memberId);
  }

  @FieldResolver(() => DateTimeScalar, { description: '申请时间 / Time of application' })
  appliedAt(@Root() application: MembershipApplicationRow): Date {
    return new Date(application.appliedAt);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: '审批时间 / Time of the decision' })
  decidedAt(@Root() application: MembershipApplicationRow): Date | null {
    return application.decidedAt == null ? null : new Date(application.decidedAt);
  }

  @Mutation(() => ApplyForMembershipPayload, {
    description: '提交入会申请，在规定的工作日内审批 / Applies for membership; decided within the set working days',
  })
  @Permission('membership:apply')
  async applyForMembership(
    @Arg('input', () => ApplyForMembershipInput, { description: '输入 / Input' }) input: ApplyForMembershipInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApplyForMembershipPayload> {
    const { applicationNo, decideBy, ...ids } = await applyForMembership(ctx, {
      ...input,
      organizationId: await unionOf(ctx, input),
    });
    return { applicationNo, decideBy, ...(await loaded(ctx, ids)) };
  }

  @Mutation(() => DecideMembershipApplicationPayload, {
    description: '审批入会申请 / Decides an application for membership',
  })
  @Permission('membership:decide')
  async decideMembershipApplication(
    @Arg('input', () => DecideMembershipApplicationInput, { description: '输入 / Input' })
    input: DecideMembershipApplicationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DecideMembershipApplicationPayload> {
    const decided = await decideMembershipApplication(ctx, {
      ...input,
      applicationId: localId('MembershipApplication', input.applicationId, ['input', 'applicationId']),
    });
    return loaded(ctx, decided);
  }
}

/** The union applied to, by its id or its code. Errors: INVALID_VALUE unless exactly one is given, NOT_FOUND. */
async function unionOf(
  ctx: RequestContext,
  { organizationId: id, organizationCode: code }: ApplyForMembershipInput,
): Promise<string> {
  if (id != null && code == null) return localId('Organization', id, ['input', 'organizationId']);
  const path = ['input', 'organizationCode'];
  if (id != null || code == null)
    throw refuse(kernelErrors.INVALID_VALUE, { path, details: { reason: '1 × organizationId | organizationCode' } });
  const found = await findUnionByCode(ctx, code);
  if (found === null) throw refuse(kernelErrors.NOT_FOUND, { path });
  return found;
}

/** What changed, as far as the caller may see it. */
async function loaded(
  ctx: RequestContext,
  { applicationId, memberId }: { applicationId: string; memberId: string },
): Promise<{ application: MembershipApplicationRow | null; member: MemberRow | null }> {
  const [application, member] = await Promise.all([
    membershipApplicationNode.load(ctx, applicationId),
    memberNode.load(ctx, memberId),
  ]);
  return { application, member };
}
