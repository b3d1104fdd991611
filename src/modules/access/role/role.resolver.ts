import { Arg, Args, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  assertHoldsInDistrict,
  orderingBy,
  type Page,
  PageArgs,
  Payload,
  Permission,
  pageOf,
  type RequestContext,
  say,
} from '../../../kernel/index.js';
import { mayGive } from './authority.js';
import { ChangeRoleInput, CreateRoleInput, RemoveRoleInput } from './district-role.inputs.js';
import { changeRole, createRole, removeRole } from './district-role.service.js';
import { DistrictRole, DistrictRoleConnection, type DistrictRoleRow, districtRoleNode } from './district-role.type.js';
import { allRoles, permissionsToGive } from './known-roles.js';
import { PermissionEntry, Role, RoleScopeKind } from './role.type.js';

@ObjectType('RolePayload', {
  simpleResolvers: true,
  description: '角色操作的结果 / Outcome of a change to a role',
})
export class RolePayload extends Payload {
  @Field(() => DistrictRole, { nullable: true, description: '角色现状 / The role as it is now' })
  role?: object | null;
}

@ObjectType('RemoveRolePayload', { simpleResolvers: true, description: '删除角色的结果 / Outcome of a removal' })
export class RemoveRolePayload extends Payload {
  @Field(() => String, { nullable: true, description: '已删除角色的代码 / Code of the role that is gone' })
  removedCode?: string | null;
}

@Resolver()
export class RoleResolver {
  @Query(() => [Role], { description: '本区的全部角色 / All roles of this district' })
  @Permission('access:read')
  async roles(@Ctx() ctx: RequestContext): Promise<Role[]> {
    assertHoldsInDistrict(ctx.principal, 'access:read');
    return (await allRoles(ctx)).map((role) => ({
      ...role,
      title: say(role.title, ctx.locale),
      permissions: [...role.permissions].sort(),
      mayGive: mayGive(ctx, role),
    }));
  }

  @Query(() => [PermissionEntry], { description: '本区现有的全部权限 / All permissions that exist in this district' })
  @Permission('access:read')
  permissions(@Ctx() ctx: RequestContext): PermissionEntry[] {
    assertHoldsInDistrict(ctx.principal, 'access:read');
    const scopes = Object.values(RoleScopeKind).map((scope) => ({
      scope,
      allowed: permissionsToGive(ctx.kernel, ctx.facts.modules, scope),
    }));
    return ctx.plugins
      .flatMap((plugin) => Object.entries(plugin.permissions ?? {}))
      .map(([code, { title }]) => ({
        code,
        title: say(title, ctx.locale),
        ownRoleScopes: scopes.filter(({ allowed }) => allowed.has(code)).map(({ scope }) => scope),
      }))
      .sort((a, b) => a.code.localeCompare(b.code));
  }

  @Query(() => DistrictRoleConnection, { description: '本区自定的角色 / Roles that this district has made for itself' })
  @Permission('access:read')
  districtRoles(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<DistrictRoleRow>> {
    return pageOf(ctx, { source: districtRoleNode, ordering: orderingBy('id', 'asc'), page });
  }

  @Mutation(() => RolePayload, { description: '自定一个角色 / Make a role of the district’s own' })
  @Permission('access:manage')
  async createRole(
    @Arg('input', () => CreateRoleInput, { description: '角色 / The role' }) input: CreateRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RolePayload> {
    return { role: await districtRoleNode.load(ctx, await createRole(ctx, input)) };
  }

  @Mutation(() => RolePayload, { description: '修改自定的角色 / Change a role of the district’s own' })
  @Permission('access:manage')
  async changeRole(
    @Arg('input', () => ChangeRoleInput, { description: '修改 / The change' }) input: ChangeRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RolePayload> {
    return { role: await districtRoleNode.load(ctx, await changeRole(ctx, input)) };
  }

  @Mutation(() => RemoveRolePayload, { description: '删除自定的角色 / Remove a role of the district’s own' })
  @Permission('access:manage')
  async removeRole(
    @Arg('input', () => RemoveRoleInput, { description: '角色 / The role' }) input: RemoveRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RemoveRolePayload> {
    return { removedCode: await removeRole(ctx, input) };
  }
}

@Resolver(() => DistrictRole)
export class DistrictRoleResolver {
  @FieldResolver(() => [String], {
    description: '所定权限；所属模块关闭的不列 / Permissions as decided, without those of modules that are off',
  })
  permissions(@Root() role: DistrictRoleRow, @Ctx() ctx: RequestContext): string[] {
    return role.permissions.filter((permission) => !ctx.hides(permission));
  }
}
