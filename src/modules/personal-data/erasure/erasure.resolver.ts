import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  DateTimeScalar,
  type Page,
  PageArgs,
  Permission,
  type RequestContext,
  SignedIn,
} from '../../../kernel/index.js';
import { Member, type MemberRow, memberNode } from '../../members/index.js';
import { DecideErasureInput, ErasePersonInput, ErasureRequestFilter, ErasureRequestPayload } from './erasure.inputs.js';
import type { ErasureRequestRow } from './erasure.node.js';
import { pageOfErasureRequests } from './erasure.repository.js';
import { approveErasure, cancelErasure, erasePerson } from './erasure.service.js';
import { ErasureRequest, ErasureRequestConnection } from './erasure.type.js';

@Resolver(() => ErasureRequest)
export class ErasureResolver {
  @Query(() => ErasureRequestConnection, {
    description: '可见的删除申请，按申请次序 / Requests for erasure you may see, in order of time',
  })
  @SignedIn()
  erasureRequests(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ErasureRequestFilter, { nullable: true, description: '筛选 / Which of them' })
    filter: ErasureRequestFilter | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<ErasureRequestRow>> {
    return pageOfErasureRequests(ctx, page, filter?.status);
  }

  @FieldResolver(() => Member, { nullable: true, description: '会员 / The member' })
  member(@Root() request: ErasureRequestRow, @Ctx() ctx: RequestContext): Promise<MemberRow | null> {
    return memberNode.load(ctx, request.memberId);
  }

  @FieldResolver(() => DateTimeScalar, { description: '申请时间 / When it was asked for' })
  requestedAt(@Root() request: ErasureRequestRow): Date {
    return new Date(request.requestedAt);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: '办结时间 / When it was decided' })
  decidedAt(@Root() request: ErasureRequestRow): Date | null {
    return request.decidedAt == null ? null : new Date(request.decidedAt);
  }

  @Mutation(() => ErasureRequestPayload, {
    description:
      '申请删除一人的数据：本人申请到期执行，工作人员申请须第二人批准；会籍有效时拒绝 / Asks for the erasure of a person: one’s own request is carried out when due, an officer’s needs a second person; refused while a membership is in force',
  })
  @SignedIn()
  async erasePerson(
    @Arg('input', () => ErasePersonInput, { description: '输入 / Input' }) input: ErasePersonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ErasureRequestPayload> {
    return { request: await erasePerson(ctx, input) };
  }

  @Mutation(() => ErasureRequestPayload, {
    description:
      '批准他人提出的删除申请并立即执行，不可恢复 / Approves an erasure that somebody else asked for and carries it out; it cannot be undone',
  })
  @Permission('personal-data:approve-erasure')
  async approveErasure(
    @Arg('input', () => DecideErasureInput, { description: '输入 / Input' }) input: DecideErasureInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ErasureRequestPayload> {
    return { request: await approveErasure(ctx, input) };
  }

  @Mutation(() => ErasureRequestPayload, {
    description: '撤回或否决未办结的删除申请 / Takes back or turns down an open request for erasure',
  })
  @SignedIn()
  async cancelErasure(
    @Arg('input', () => DecideErasureInput, { description: '输入 / Input' }) input: DecideErasureInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ErasureRequestPayload> {
    return { request: await cancelErasure(ctx, input) };
  }
}
