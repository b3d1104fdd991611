import { type Kernel, type Principal, Problems, type RequestContext, scopesOf } from '../../kernel/index.js';
import { installedRoles } from '../access/index.js';
import { errors } from './errors.js';

/** Refuses scopes that no installed module declares. */
export function checkScopes(kernel: Kernel, problems: Problems, scopes: readonly string[]): void {
  for (const [index, scope] of scopes.entries()) {
    if (kernel.registry.lookup('permissions', scope)) continue;
    problems.add(errors.CLIENT_SCOPE_UNKNOWN, ['input', 'scopes', String(index)], { scope });
  }
}

/** Permissions among these that modules declare which are switched on. */
export function inForce(ctx: RequestContext, scopes: readonly string[]): Set<string> {
  const declared = new Set(
    ctx.kernel.registry.plugins
      .filter(({ id }) => ctx.facts.modules.has(id))
      .flatMap(({ permissions }) => Object.keys(permissions ?? {})),
  );
  return new Set(scopes.filter((scope) => declared.has(scope)));
}

/**
 * Refuses to hand a program more than its maker holds on the whole district, and what administrators do only after a
 * sign-in with a second factor, which no key can give.
 */
export function refuseUnlessMayAlone(ctx: RequestContext, scopes: readonly string[], path: readonly string[]): void {
  const problems = new Problems();
  for (const scope of scopes) {
    if (needsPerson(ctx.kernel, scope)) problems.add(errors.CLIENT_SCOPE_NEEDS_PERSON, path, { scope });
    else if (!holdsEverywhere(ctx.principal, scope)) problems.add(errors.CLIENT_SCOPE_NOT_YOURS, path, { scope });
  }
  problems.throwIfAny();
}

function holdsEverywhere(principal: Principal | null, scope: string): boolean {
  return scopesOf(principal, scope).some(({ kind }) => kind === 'district');
}

function needsPerson(kernel: Kernel, scope: string): boolean {
  const roles = installedRoles(kernel);
  const holders = kernel.registry.lookup('permissions', scope)?.grantedTo ?? [];
  return holders.every((role) => roles.get(role)?.secondFactor);
}
