import { assertHoldsInDistrict, holdsInDistrict, type RequestContext, refuse } from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { ADMINISTRATORS } from '../roles.js';
import type { KnownRole } from './known-roles.js';

/** The permission that giving and taking a role needs: the three administrators are appointed, others are managed. */
export function permissionToGive(code: string): 'access:appoint' | 'access:manage' {
  return ADMINISTRATORS.has(code) ? 'access:appoint' : 'access:manage';
}

/**
 * Asserts that the caller may give and take a role in this district. Whoever keeps a table of its own that leads to
 * roles asks here too.
 * Errors: ROLE_NOT_GIVEN_HERE for roles of the level above; FORBIDDEN, SECOND_FACTOR_REQUIRED.
 */
export function assertMayGive(ctx: RequestContext, role: KnownRole, path: readonly string[]): void {
  if (role.beyondDistrict) throw refuse(errors.ROLE_NOT_GIVEN_HERE, { path, details: { role: role.code } });
  assertHoldsInDistrict(ctx.principal, permissionToGive(role.code));
}

/** Whether {@link assertMayGive} lets the caller pass. */
export function mayGive(ctx: RequestContext, role: KnownRole): boolean {
  return !role.beyondDistrict && holdsInDistrict(ctx.principal, permissionToGive(role.code));
}

/** Nobody gives a role to themself, not even one that they could give to anybody else. Errors: ROLE_TO_ONESELF. */
export function refuseOneself(ctx: RequestContext, accountId: string, path: readonly string[]): void {
  if (ctx.principal?.id === accountId) throw refuse(errors.ROLE_TO_ONESELF, { path });
}
