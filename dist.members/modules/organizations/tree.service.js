import { kernelErrors, Problems, refuse } from '../../kernel/index.js';
import { errors } from './errors.js';
import { claimOrganization, placesOf } from './organization.repository.js';
import { fitsBelow, hasEnded, orderDetails } from './organization.rules.js';
import { refuseUnlessMay } from './places.js';
import { isBelow, lockTree, replant } from './tree.repository.js';
const AT = ['input'];
/**
 * Hangs a body with everything below it under another parent, from today on. Figures stay with the bodies they belong
 * to, and dates before today keep the old tree.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, ORGANIZATION_ROOT_FIXED, _CYCLE, _ENDED, _LEVEL_ORDER.
 */
export async function moveOrganization(ctx, id, parentId, expectedVersion) {
    await ctx.transaction(async (tx) => {
        await lockTree(tx);
        const places = await placesOf(tx, 'organization:move', [id, parentId]);
        const problems = new Problems();
        const body = places.get(id);
        const parent = places.get(parentId);
        const known = refuseUnlessMay(problems, [...AT, 'id'], 'organization:move', body);
        const reachable = refuseUnlessMay(problems, [...AT, 'parentId'], 'organization:move', parent);
        problems.throwIfAny();
        if (!known || !reachable)
            return;
        const row = await claimOrganization(tx, id, expectedVersion);
        if (row.parentId == null)
            throw refuse(errors.ORGANIZATION_ROOT_FIXED, { path: [...AT, 'id'] });
        if (row.parentId === parentId)
            return;
        await assertMayLeave(tx, row.parentId);
        const at = [...AT, 'parentId'];
        if (await isBelow(tx, parentId, id))
            problems.add(errors.ORGANIZATION_CYCLE, at);
        if (hasEnded(parent.status))
            problems.add(errors.ORGANIZATION_ENDED, at);
        if (hasEnded(body.status))
            problems.add(errors.ORGANIZATION_ENDED, [...AT, 'id']);
        if (!fitsBelow(body, parent))
            problems.add(errors.ORGANIZATION_LEVEL_ORDER, at, orderDetails(body, parent));
        problems.throwIfAny();
        const from = row.parentId;
        row.parentId = parentId;
        await tx.em.flush();
        await replant(tx, id, parentId, tx.today);
        await tx.emit('organization.moved', { organizationId: id, fromId: from, toId: parentId });
    });
}
/** A body leaves only a parent at which the caller may move: the top of one's own subtree is not one's own to take. */
async function assertMayLeave(tx, parentId) {
    const problems = new Problems();
    const place = (await placesOf(tx, 'organization:move', [parentId])).get(parentId);
    if (!place?.allowed)
        problems.add(kernelErrors.FORBIDDEN, [...AT, 'id'], { permission: 'organization:move' });
    problems.throwIfAny();
}
//# sourceMappingURL=tree.service.js.map