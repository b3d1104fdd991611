import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  DateTimeScalar,
  kernelErrors,
  localId,
  type Page,
  PageArgs,
  parseGlobalId,
  Permission,
  type RequestContext,
  refuse,
} from '../../../kernel/index.js';
import { Organization, organizationNode, type OrganizationRow } from '../../organizations/index.js';
import { type MembershipApplicationRow } from '../application/application.node.js';
import { pageOfMemberApplications } from '../application/application.repository.js';
import { MembershipApplicationConnection } from '../application/application.type.js';
import { type MembershipRow } from '../membership/membership.node.js';
import { pageOfMemberships } from '../membership/membership.repository.js';
import { MembershipConnection } from '../membership/membership.type.js';
import { MemberFilter, MemberOrder } from './member.inputs.js';
import { memberNode, type MemberRow } from './member.node.js';
import { pageOfMembers } from './member.repository.js';
import { Member, MemberConnection } from './member.type.js';

@Resolver(() => Member)
export class MemberResolver {
  @Query(() => Member, {
    nullable: true,
    description: '按全局 ID 取一名会员；无权查看与不存在回答相同 / One member; not yours and not there look the same',
  })
  @Permission('member:read')
  async member(
    @Arg('id', () => ID, { description: '全局 ID / Global id' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<MemberRow | null> {
    const parsed = parseGlobalId(id);
    return parsed?.type === 'Member' ? memberNode.load(ctx, parsed.uuid) : null;
  }

  @Query(() => MemberConnection, {
    description: '可见的会员，默认按录入次序 / The members you may see, by default in order of entry',
  })
  @Permission('member:read')
  async members(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MemberFilter, { nullable: true, description: '筛选 / Which of them' })
    filter: MemberFilter | null,
    @Arg('orderBy', () => MemberOrder, { nullable: true, description: '排序 / In which order' })
    orderBy: MemberOrder | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<MemberRow>> {
    const visible = async (field: 'organizationId' | 'within') => {
      if (filter?.[field] == null) return null;
      const path = ['filter', field];
      const id = localId('Organization', filter[field], path);
      // By a place that is hidden nobody may be looked for: the answer would tell where they are.
      if (!(await organizationNode.load(ctx, id))) throw refuse(kernelErrors.NOT_FOUND, { path });
      return id;
    };
    const [organizationId, within] = await Promise.all([visible('organizationId'), visible('within')]);
    const { status, employmentType } = filter ?? {};
    const criteria = { status, employmentType, organizationId, within };
    return pageOfMembers(ctx, page, criteria, orderBy);
  }

  @FieldResolver(() => DateTimeScalar, { description: '录入会员库的时间 / When the person entered the register' })
  registeredAt(@Root() member: MemberRow): Date {
    return new Date(member.registeredAt);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: '主会籍所在工会；不在会的为空 / Union of the primary membership; null without one',
  })
  organization(@Root() member: MemberRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow | null> | null {
    return member.organizationId == null ? null : organizationNode.load(ctx, member.organizationId);
  }

  @FieldResolver(() => MembershipConnection, {
    description: '历次会籍，按录入次序 / All memberships, past and present, in order of entry',
  })
  memberships(
    @Root() member: MemberRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<MembershipRow>> {
    return pageOfMemberships(ctx, member.id, page);
  }

  @FieldResolver(() => MembershipApplicationConnection, {
    description: '历次入会申请，按申请次序 / Applications for membership, in order of time',
  })
  applications(
    @Root() member: MemberRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<MembershipApplicationRow>> {
    return pageOfMemberApplications(ctx, member.id, page);
  }
}
