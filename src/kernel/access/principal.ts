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

/** Who acts. Built from the tables of the district by the access module, never from the claims of a token alone. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** The registered client it acts through, when there is one; the grants are then cut to what that client may do. */
  readonly client?: { readonly id: string; readonly name: string };
  /** What its roles would allow after a sign-in with a second factor. */
  readonly withheld?: ReadonlySet<string>;
}

/** The scopes in which the principal holds a permission; empty means nowhere, and nowhere means nothing. */
export function scopesOf(principal: Principal | null, permission: string): readonly GrantScope[] {
  if (!principal) return [];
  return principal.grants.filter((grant) => grant.permissions.has(permission)).map((grant) => grant.scope);
}

/** Coarse check: the permission is held somewhere. Services check the place. Errors: UNAUTHENTICATED, FORBIDDEN. */
export function assertHolds(principal: Principal | null, permission: string): void {
  if (!principal) throw refuse(kernelErrors.UNAUTHENTICATED);
  if (scopesOf(principal, permission).length === 0) {
    throw refuse(kernelErrors.FORBIDDEN, { details: { permission } });
  }
}
