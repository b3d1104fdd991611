import { type Principal, Problems, type RequestContext, scopesOf } from '../../kernel/index.js';
import { rolesWithin } from '../access/index.js';
import { errors } from './errors.js';

/** Refuses scopes that no module declares which the district has on. */
export function checkScopes(ctx: RequestContext, problems: Problems, scopes: readonly string[]): void {
  for (const [index, scope] of scopes.entries()) {
    if (ctx.declared('permissions', scope)) continue;
    problems.add(errors.CLIENT_SCOPE_UNKNOWN, ['input', 'scopes', String(index)], { scope });
  }
}

/** Permissions among these that modules declare which are switched on. */
export function inForce(ctx: RequestContext, scopes: readonly string[]): Set<string> {
  return new Set(scopes.filter((scope) => ctx.declared('permissions', scope)));
}

/**
 * Refuses to hand a program more than its maker holds on the whole district, and what administrators do only after a
 * sign-in with a second factor, which no key can give.
 */
export function refuseUnlessMayAlone(ctx: RequestContext, scopes: readonly string[], path: readonly string[]): void {
  const problems = new Problems();
  for (const scope of scopes) {
    if (needsPerson(ctx, scope)) problems.add(errors.CLIENT_SCOPE_NEEDS_PERSON, path, { scope });
    else if (!holdsEverywhere(ctx.principal, scope)) problems.add(errors.CLIENT_SCOPE_NOT_YOURS, path, { scope });
  }
  problems.throwIfAny();
}

function holdsEverywhere(principal: Principal | null, scope: string): boolean {
  return scopesOf(principal, scope).some(({ kind }) => kind === 'district');
}

function needsPerson(ctx: RequestContext, scope: string): boolean {
  const roles = rolesWithin(ctx.kernel, ctx.facts.modules);
  const holders = ctx.declared('permissions', scope)?.grantedTo ?? [];
  return holders.every((role) => roles.get(role)?.secondFactor);
}
