import {
  type Bilingual,
  type Kernel,
  OWN_ROLE_PREFIX,
  type RequestContext,
  type RoleDefinition,
  type RoleScope,
} from '../../../kernel/index.js';
import { ADMINISTRATORS, permissionsOf, rolesWithin } from '../roles.js';
import { type DistrictRoleFacts, districtRoles } from './district-role.repository.js';

/** A role as it stands in this district today, whoever declared it. */
export interface KnownRole {
  readonly code: string;
  readonly title: Bilingual;
  readonly scope: RoleScope;
  readonly permissions: ReadonlySet<string>;
  /** False for the roles that the district has made for itself. */
  readonly builtIn: boolean;
  readonly secondFactor: boolean;
  /** Given by the level above alone. */
  readonly beyondDistrict: boolean;
}

/** The roles of these codes that exist here; asks the database only when one of the district's own is among them. */
export async function rolesByCode(
  ctx: RequestContext,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, KnownRole>> {
  const wanted = new Set(codes);
  const own = [...wanted].filter((code) => code.startsWith(OWN_ROLE_PREFIX));
  const found = own.length > 0 ? await districtRoles(ctx, own) : [];
  const builtIn = [...builtInRoles(ctx)].filter(({ code }) => wanted.has(code));
  return byCode([...builtIn, ...found.map((role) => ownRole(ctx, role))]);
}

/** Every role of this district: those of the modules, then its own. */
export async function allRoles(ctx: RequestContext): Promise<KnownRole[]> {
  return [...builtInRoles(ctx), ...(await districtRoles(ctx)).map((role) => ownRole(ctx, role))];
}

/**
 * Permissions that a role made by the district may hold: those that ordinary roles of the same kind of scope hold, which
 * its maker could give one by one; on the whole district also those of ordinary roles on a subtree. Never those that
 * only the level above or one of the three administrators holds; and what people hold for themselves alone is nothing
 * to hold over others.
 */
export function permissionsToGive(kernel: Kernel, modules: ReadonlySet<string>, scope: RoleScope): ReadonlySet<string> {
  const ordinary = [...rolesWithin(kernel, modules)].filter(
    ([code, role]) =>
      !role.beyondDistrict &&
      !ADMINISTRATORS.has(code) &&
      (role.scope === scope || (scope === 'district' && role.scope === 'subtree')),
  );
  return new Set(ordinary.flatMap(([code]) => [...permissionsOf(kernel, modules, code)]));
}

function* builtInRoles({ kernel, facts }: RequestContext): Iterable<KnownRole> {
  for (const [code, role] of rolesWithin(kernel, facts.modules)) {
    yield { code, builtIn: true, ...traits(role), permissions: permissionsOf(kernel, facts.modules, code) };
  }
}

function traits({ title, scope, secondFactor, beyondDistrict }: RoleDefinition) {
  return { title, scope, secondFactor: secondFactor ?? false, beyondDistrict: beyondDistrict ?? false };
}

/** What was allowed when the role was made may be reserved by now, or belong to a module that is off. */
function ownRole({ kernel, facts }: RequestContext, role: DistrictRoleFacts): KnownRole {
  const allowed = permissionsToGive(kernel, facts.modules, role.scope);
  return {
    code: role.code,
    title: { zh: role.titleZh, en: role.titleEn },
    scope: role.scope,
    permissions: new Set(role.permissions.filter((permission) => allowed.has(permission))),
    builtIn: false,
    secondFactor: false,
    beyondDistrict: false,
  };
}

function byCode(roles: readonly KnownRole[]): ReadonlyMap<string, KnownRole> {
  return new Map(roles.map((role) => [role.code, role]));
}
