import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs, Permission, type RequestContext } from '../../kernel/index.js';
import { Organization, type OrganizationRow } from '../organizations/index.js';
import { OrganizationMemberFilter } from './member/member.inputs.js';
import type { MemberRow } from './member/member.node.js';
import { pageOfOrganizationMembers } from './member/member.repository.js';
import { MemberConnection } from './member/member.type.js';

@Resolver(() => Organization)
export class OrganizationMemberFields {
  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description:
      '直属会员（不含下级组织的）：默认为主会籍 / Members of this body itself, not of bodies below; primary ones by default',
  })
  @Permission('member:read')
  members(
    @Root() organization: OrganizationRow,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OrganizationMemberFilter, { nullable: true, description: '筛选 / Which of them' })
    filter: OrganizationMemberFilter | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<MemberRow>> {
    return pageOfOrganizationMembers(ctx, organization.id, page, filter?.kind ?? 'PRIMARY', filter?.status);
  }
}
