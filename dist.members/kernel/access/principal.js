import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
/** The scopes in which the principal holds a permission; empty means nowhere, and nowhere means nothing. */
export function scopesOf(principal, permission) {
    if (!principal)
        return [];
    return principal.grants.filter((grant) => grant.permissions.has(permission)).map((grant) => grant.scope);
}
/** Coarse check: the permission is held somewhere. Services check the place. Errors: UNAUTHENTICATED, FORBIDDEN. */
export function assertHolds(principal, permission) {
    if (!principal)
        throw refuse(kernelErrors.UNAUTHENTICATED);
    if (scopesOf(principal, permission).length === 0) {
        throw refuse(kernelErrors.FORBIDDEN, { details: { permission } });
    }
}
//# sourceMappingURL=principal.js.map