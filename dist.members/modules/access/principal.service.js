import { principalBySubject } from './principal.repository.js';
import { installedRoles, permissionsOf } from './roles.js';
/**
 * The principal of a subject with its grants as the tables say today. `null` when unknown, suspended or without any
 * role: nobody is let in on the word of a token alone.
 */
export async function loadPrincipal(ctx, subject) {
    const found = await principalBySubject(ctx, subject);
    if (found?.status !== 'ACTIVE')
        return null;
    const known = installedRoles(ctx.kernel);
    const grants = found.roles.flatMap(({ role, organizationId }) => {
        const scope = scopeOf(known.get(role)?.scope, organizationId, found);
        return scope ? [{ role, scope, permissions: permissionsOf(ctx.kernel, ctx.facts.modules, role) }] : [];
    });
    return grants.length > 0 ? { id: found.id, name: found.name, grants } : null;
}
/** Where an assignment holds; nowhere when its role is not installed or it lacks what its kind of scope needs. */
function scopeOf(kind, organizationId, found) {
    if (kind === 'district')
        return { kind: 'district' };
    if (kind === 'subtree' && organizationId)
        return { kind: 'subtree', organizationId };
    if (kind === 'self' && found.memberId) {
        return { kind: 'self', memberId: found.memberId, organizationId: found.memberOrganizationId };
    }
    return null;
}
//# sourceMappingURL=principal.service.js.map