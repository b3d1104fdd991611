import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  orderingBy,
  type Page,
  PageArgs,
  Permission,
  pageOf,
  type RequestContext,
  toGlobalId,
} from '../../../kernel/index.js';
import { Organization, type OrganizationRow, organizationNode } from '../../organizations/index.js';
import { type GroupRoleRow, groupRoleNode } from './group-role.entity.js';
import { MapGroupInput, MapGroupPayload, UnmapGroupInput, UnmapGroupPayload } from './group-role.inputs.js';
import { mapGroup, unmapGroup } from './group-role.service.js';
import { GroupRole, GroupRoleConnection } from './group-role.type.js';

@Resolver(() => GroupRole)
export class GroupRoleResolver {
  @Query(() => GroupRoleConnection, { description: '群组与角色的对应 / Groups and the roles they mean' })
  @Permission('identity:read')
  groupRoles(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<GroupRoleRow>> {
    return pageOf(ctx, { source: groupRoleNode, ordering: orderingBy('id', 'asc'), page });
  }

  @FieldResolver(() => String, { description: '群组名 / Name of the group' })
  group(@Root() { groupName }: GroupRoleRow): string {
    return groupName;
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: '所在组织；空为全区 / The organization; empty means the whole district',
  })
  async organization(
    @Root() { organizationId }: GroupRoleRow,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganizationRow | null> {
    return organizationId ? organizationNode.load(ctx, organizationId) : null;
  }

  @Mutation(() => MapGroupPayload, { description: '设定群组对应的角色 / Says which role a group means' })
  @Permission('identity:map')
  async mapGroup(
    @Arg('input', () => MapGroupInput, { description: '群组与角色 / The group and the role' }) input: MapGroupInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MapGroupPayload> {
    return { groupRole: await groupRoleNode.load(ctx, await mapGroup(ctx, input)) };
  }

  @Mutation(() => UnmapGroupPayload, { description: '取消群组对应的角色 / Takes a mapping away' })
  @Permission('identity:map')
  async unmapGroup(
    @Arg('input', () => UnmapGroupInput, { description: '对应关系 / The mapping' }) input: UnmapGroupInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UnmapGroupPayload> {
    return { removedId: toGlobalId('GroupRole', await unmapGroup(ctx, input)) };
  }
}
