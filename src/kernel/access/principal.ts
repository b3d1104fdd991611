import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';

/** Where a grant holds: the whole district, one organization with everything below it, or the person alone. */
export type GrantScope =
  | { readonly kind: 'district' }
  | { readonly kind: 'subtree'; readonly organizationId: string }
  | { readonly kind: 'self'; readonly memberId: string; readonly organizationId: string | null };

/** One role held in one scope, with the permissions it gives. */
export interface Grant {
  readonly role: string;
  readonly scope: GrantScope;
  readonly permissions: ReadonlySet<string>;
}

/** A registered program through which somebody acts, or which acts by itself (its id is then the principal's). */
export interface ActingClient {
  readonly id: string;
  readonly name: string;
  /** The federation's own. Without it the client is a third party, whatever else is missing. */
  readonly firstParty?: boolean;
}

/** Who acts. Built from the tables of the district by the access module, never from the claims of a token alone. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** The registered client it acts through, when there is one; the grants are then cut to what that client may do. */
  readonly client?: ActingClient;
  /** Codes of roles of which that client may use nothing: no grant stands for them, and they are held all the same. */
  readonly cutRoles?: ReadonlySet<string>;
  /** What its roles would allow after a sign-in with a second factor. */
  readonly withheld?: ReadonlySet<string>;
}

/**
 * Whether a third party's program stands between the person and us. What a person does for oneself without a permission
 * (consenting, binding an account, reading everything about oneself) must not be done by such a program.
 */
export function actsThroughThirdParty(principal: Principal | null): boolean {
  return principal?.client !== undefined && !principal.client.firstParty;
}

/** Whether a program acts by itself, with its key: there is no person whose word or second look it could be. */
export function actsAlone(principal: Principal | null): boolean {
  return principal?.client !== undefined && principal.client.id === principal.id;
}

/** The scopes in which the principal holds a permission; empty means nowhere, and nowhere means nothing. */
export function scopesOf(principal: Principal | null, permission: string): readonly GrantScope[] {
  if (!principal) return [];
  return principal.grants.filter((grant) => grant.permissions.has(permission)).map((grant) => grant.scope);
}

/** Whether the principal holds a permission for the whole district; no subtree is as much, not even the topmost. */
export function holdsInDistrict(principal: Principal | null, permission: string): boolean {
  return scopesOf(principal, permission).some(({ kind }) => kind === 'district');
}

/** {@link assertHolds} for what concerns the district as a whole, such as its accounts. Errors: as there. */
export function assertHoldsInDistrict(principal: Principal | null, permission: string): void {
  assertHolds(principal, permission);
  if (!holdsInDistrict(principal, permission)) throw refuse(kernelErrors.FORBIDDEN, { details: { permission } });
}

/**
 * Coarse check: the permission is held somewhere. Services check the place.
 * Errors: UNAUTHENTICATED; SECOND_FACTOR_REQUIRED when it would be held after a sign-in with one; FORBIDDEN.
 */
export function assertHolds(principal: Principal | null, permission: string): void {
  if (!principal) throw refuse(kernelErrors.UNAUTHENTICATED);
  if (scopesOf(principal, permission).length > 0) return;
  const reason = principal.withheld?.has(permission) ? kernelErrors.SECOND_FACTOR_REQUIRED : kernelErrors.FORBIDDEN;
  throw refuse(reason, { details: { permission } });
}
