import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  actsAlone,
  actsThroughThirdParty,
  nodePlace,
  type Principal,
  Public,
  ReadsBy,
  type RequestContext,
  say,
  scopesOf,
} from '../../kernel/index.js';
import { District, visibleDistrict } from '../districts/index.js';
import { Member, type MemberRow, memberNode } from '../members/index.js';
import { Organization, type OrganizationRow, organizationNode } from '../organizations/index.js';
import { rolesByCode } from './role/known-roles.js';
import { Viewer, ViewerRole } from './viewer.type.js';

type ViewerRow = Viewer & { readonly principal: Principal };

/** A third party learns the name of whoever acts through it as it learns the names of members, or not at all. */
function nameFor(principal: Principal): string {
  const told = actsAlone(principal) || !actsThroughThirdParty(principal);
  return told || scopesOf(principal, 'member:read').length > 0 ? principal.name : '';
}

function held({ grants }: Principal): ReadonlySet<string> {
  return new Set(grants.flatMap(({ permissions }) => [...permissions]));
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: '调用者；未登录为空 / The caller; empty when not signed in' })
  @Public()
  viewer(@Ctx() ctx: RequestContext): ViewerRow | null {
    const { principal } = ctx;
    if (!principal) return null;
    return { principal, name: nameFor(principal) };
  }

  @FieldResolver(() => [String], { description: '在任一范围内拥有的权限 / Permissions held in at least one scope' })
  permissions(@Root() { principal }: ViewerRow): string[] {
    return [...held(principal)].sort();
  }

  @FieldResolver(() => [String], {
    description: '双因素登录后才有的权限 / Permissions that a sign-in with a second factor would add',
  })
  withheld(@Root() { principal }: ViewerRow): string[] {
    const already = held(principal);
    return [...(principal.withheld ?? [])].filter((permission) => !already.has(permission)).sort();
  }

  @FieldResolver(() => District, { nullable: true, description: '所在的区 / The district the caller is in' })
  district(@Ctx() ctx: RequestContext): Promise<District | null> {
    return visibleDistrict(ctx, ctx.district.code);
  }

  @FieldResolver(() => [ViewerRole], { description: '角色 / Roles' })
  async roles(@Root() viewer: ViewerRow, @Ctx() ctx: RequestContext): Promise<ViewerRole[]> {
    const codes = viewer.principal.grants.map(({ role }) => role);
    const known = await rolesByCode(ctx, codes);
    return viewer.principal.grants.map(({ role }) => ({
      code: role,
      title: say(known.get(role)?.title ?? { zh: role, en: role }, ctx.locale),
    }));
  }

  @FieldResolver(() => [Organization], {
    description: '角色所及的组织（不含其下属） / Organizations the caller’s roles are bound to, without those below',
  })
  async organizations(@Root() viewer: ViewerRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow[]> {
    const ids = viewer.principal.grants.flatMap(({ scope }) => {
      if (scope.kind === 'subtree') return [scope.organizationId];
      return scope.kind === 'self' && scope.organizationId ? [scope.organizationId] : [];
    });
    const rows = await Promise.all([...new Set(ids)].map((id) => organizationNode.load(ctx, id)));
    return rows.filter((row) => row !== null);
  }

  @FieldResolver(() => Member, { nullable: true, description: '对应的会员 / The member behind the caller' })
  async member(@Root() viewer: ViewerRow, @Ctx() ctx: RequestContext): Promise<MemberRow | null> {
    const self = viewer.principal.grants.map(({ scope }) => scope).find((scope) => scope.kind === 'self');
    return self ? memberNode.load(ctx, self.memberId) : null;
  }

  @FieldResolver(() => Boolean, {
    description:
      '是否可做某事，供前端决定显示什么 / Whether the caller may do something, so that a front end knows what to show',
  })
  @ReadsBy({
    permission: { nothing: 'the grants of the caller itself' },
    on: { nothing: 'answers through the predicate of the type' },
  })
  async can(
    @Arg('permission', () => String, {
      description: '权限，如 organization:create / Permission such as organization:create',
    })
    permission: string,
    @Arg('on', () => ID, {
      nullable: true,
      description: '在此对象上；空为任一处 / On this object, of any type; empty means anywhere',
    })
    on: string | null,
    @Root() viewer: ViewerRow,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    if (!on) return scopesOf(viewer.principal, permission).length > 0;
    const place = nodePlace(ctx, on);
    if (!place) return false;
    return place.source.holds(ctx, permission, place.uuid);
  }
}
