import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { localId, Permission, type RequestContext } from '../../../kernel/index.js';
import { Organization, organizationNode, type OrganizationRow } from '../../organizations/index.js';
import { memberNode, type MemberRow } from '../member/member.node.js';
import { Member } from '../member/member.type.js';
import {
  AddSecondaryMembershipInput,
  AddSecondaryMembershipPayload,
  EndMembershipInput,
  EndMembershipPayload,
  TransferMembershipInput,
  TransferMembershipPayload,
} from './membership.inputs.js';
import { membershipNode, type MembershipRow } from './membership.node.js';
import { addSecondaryMembership, type Changed, endMembership, transferMembership } from './membership.service.js';
import { Membership } from './membership.type.js';

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Organization, { nullable: true, description: '工会 / The union' })
  organization(@Root() membership: MembershipRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow | null> {
    return organizationNode.load(ctx, membership.organizationId);
  }

  @FieldResolver(() => Member, {
    nullable: true,
    description: '会员；已到别处的，原工会只看到这段会籍 / The member; null once the file is kept elsewhere',
  })
  member(@Root() membership: MembershipRow, @Ctx() ctx: RequestContext): Promise<MemberRow | null> {
    return memberNode.load(ctx, membership.memberId);
  }

  @Mutation(() => TransferMembershipPayload, {
    description: '在本区内转接会员关系 / Moves a member to another union of the district',
  })
  @Permission('membership:transfer')
  async transferMembership(
    @Arg('input', () => TransferMembershipInput, { description: '输入 / Input' }) input: TransferMembershipInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TransferMembershipPayload> {
    const changed = await transferMembership(ctx, {
      ...input,
      memberId: localId('Member', input.memberId, ['input', 'memberId']),
      toOrganizationId: localId('Organization', input.toOrganizationId, ['input', 'toOrganizationId']),
    });
    return loaded(ctx, changed);
  }

  @Mutation(() => AddSecondaryMembershipPayload, {
    description: '办理联合工会的二次覆盖 / Gives second coverage by a joint union',
  })
  @Permission('membership:cover')
  async addSecondaryMembership(
    @Arg('input', () => AddSecondaryMembershipInput, { description: '输入 / Input' })
    input: AddSecondaryMembershipInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddSecondaryMembershipPayload> {
    const changed = await addSecondaryMembership(ctx, {
      ...input,
      memberId: localId('Member', input.memberId, ['input', 'memberId']),
      organizationId: localId('Organization', input.organizationId, ['input', 'organizationId']),
    });
    return loaded(ctx, changed);
  }

  @Mutation(() => EndMembershipPayload, {
    description: '终止会籍；终止主会籍，二次覆盖随之终止 / Ends a membership; with the primary one all coverage ends',
  })
  @Permission('membership:end')
  async endMembership(
    @Arg('input', () => EndMembershipInput, { description: '输入 / Input' }) input: EndMembershipInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EndMembershipPayload> {
    const changed = await endMembership(ctx, {
      ...input,
      membershipId: localId('Membership', input.membershipId, ['input', 'membershipId']),
    });
    return loaded(ctx, changed);
  }
}

/** What changed, as far as the caller may see it. */
async function loaded(
  ctx: RequestContext,
  { memberId, membershipId }: Changed,
): Promise<{ member: MemberRow | null; membership: MembershipRow | null }> {
  const [member, membership] = await Promise.all([
    memberNode.load(ctx, memberId),
    membershipNode.load(ctx, membershipId),
  ]);
  return { member, membership };
}
