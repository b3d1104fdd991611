import type { GrantScope, Principal, RequestContext, RoleScope } from '../../kernel/index.js';
import { type PrincipalWithRoles, principalBySubject } from './principal.repository.js';
import { rolesByCode } from './role/known-roles.js';
import { ADMINISTRATORS } from './roles.js';

/** What a sign-in adds to what the tables say about an account. */
export interface SignIn {
  /** Whether the sign-in proved a second factor; without it the roles that ask for one give nothing. */
  readonly secondFactor: boolean;
  /** Roles that the district's own table gives to the groups of the sign-in. */
  readonly extraRoles?: readonly RoleGiven[];
  /** Lets in an active account that holds no role (yet), as a principal that may do nothing. */
  readonly withoutRoles?: boolean;
}

/** A role given to somebody, on one organization with everything below it or, without one, as its kind of scope says. */
export interface RoleGiven {
  readonly role: string;
  readonly organizationId: string | null;
}

/**
 * The principal of a subject with its grants as the tables say today. `null` when unknown, suspended or without any
 * role: nobody is let in on the word of a token alone.
 */
export async function loadPrincipal(
  ctx: RequestContext,
  subject: string,
  { secondFactor, extraRoles = [], withoutRoles = false }: SignIn,
): Promise<Principal | null> {
  const found = await principalBySubject(ctx, subject);
  if (found?.status !== 'ACTIVE') return null;
  const codes = [...found.roles, ...extraRoles].map(({ role }) => role);
  const known = await rolesByCode(ctx, codes);
  // No group of a provider leads to the level above.
  const fromGroups = extraRoles.filter(({ role }) => !known.get(role)?.beyondDistrict);
  const all = apart([...found.roles, ...fromGroups]).flatMap(({ role, organizationId }) => {
    const definition = known.get(role);
    const scope = definition && scopeOf(definition.scope, organizationId, found);
    return scope ? [{ grant: { role, scope, permissions: definition.permissions }, ...definition }] : [];
  });
  if (all.length === 0 && !withoutRoles) return null;
  const waiting = secondFactor ? [] : all.filter((one) => one.secondFactor);
  return {
    id: found.id,
    name: found.name,
    grants: all.filter((one) => !waiting.includes(one)).map(({ grant }) => grant),
    ...(waiting.length > 0 && { withheld: new Set(waiting.flatMap(({ permissions }) => [...permissions])) }),
  };
}

/**
 * Who comes to two of the three administrators (by a group beside an assignment, or by assignments of before the rule)
 * has neither, until the security administrator has taken one away.
 */
function apart(given: readonly RoleGiven[]): readonly RoleGiven[] {
  const administrators = new Set(given.map(({ role }) => role).filter((role) => ADMINISTRATORS.has(role)));
  return administrators.size > 1 ? given.filter(({ role }) => !ADMINISTRATORS.has(role)) : given;
}

/** Where an assignment holds; nowhere when it lacks what its kind of scope needs. */
function scopeOf(kind: RoleScope, organizationId: string | null, found: PrincipalWithRoles): GrantScope | null {
  if (kind === 'district') return { kind };
  if (kind === 'subtree') return organizationId ? { kind, organizationId } : null;
  return found.memberId ? { kind, memberId: found.memberId, organizationId: found.memberOrganizationId } : null;
}
