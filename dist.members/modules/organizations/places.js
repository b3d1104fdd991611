import { sql } from 'kysely';
import { defineNode, kernelErrors, Problems, scopesOf, } from '../../kernel/index.js';
import { OrganizationEntity } from './organization.entity.js';
/**
 * Where a permission reaches, for rows with an organization column such as `node.organization_id`: `true` with a
 * district-wide grant, `false` without any, otherwise today's subtrees of the grants and the own organizations of
 * grants that are bound to a person.
 */
export function withinScopes(ctx, permission, column) {
    const scopes = scopesOf(ctx.principal, permission);
    if (scopes.some(({ kind }) => kind === 'district'))
        return true;
    const roots = scopes.flatMap((scope) => (scope.kind === 'subtree' ? [scope.organizationId] : []));
    const own = scopes.flatMap((scope) => (scope.kind === 'self' && scope.organizationId ? [scope.organizationId] : []));
    const conditions = [];
    if (own.length > 0)
        conditions.push(sql `${sql.ref(column)} = any(${own}::uuid[])`);
    if (roots.length > 0)
        conditions.push(below(column, sql `any(${roots}::uuid[])`));
    if (conditions.length === 0)
        return false;
    return sql `(${sql.join(conditions, sql ` or `)})`;
}
/** The row's organization lies today in the subtree of `ancestor`, which is an id or `any(…)`. */
export function below(column, ancestor) {
    return sql `exists (
    select from organization_closure as place
    where place.descendant_id = ${sql.ref(column)} and place.ancestor_id = ${ancestor} and place.until is null
  )`;
}
/** {@link withinScopes} as a piece of SQL, for select lists. */
export function covered(ctx, permission, column) {
    const condition = withinScopes(ctx, permission, column);
    return typeof condition === 'boolean' ? sql `${sql.lit(condition)}` : condition;
}
/** Where the organizations are and who sees them. */
export const organizationNode = defineNode(OrganizationEntity, (ctx) => withinScopes(ctx, 'organization:read', 'node.id'));
/**
 * Asserts that the caller may do something at an organization.
 * Errors: NOT_FOUND when it is not there or not the caller's to see; FORBIDDEN when the permission does not reach it.
 */
export async function assertMay(ctx, permission, organizationId, path = []) {
    const { rows } = await sql `
    select ${covered(ctx, 'organization:read', 'node.id')} as visible, ${covered(ctx, permission, 'node.id')} as allowed
    from organizations as node where node.id = ${organizationId}
  `.execute(ctx.sql);
    const problems = new Problems();
    refuseUnlessMay(problems, path, permission, rows[0]);
    problems.throwIfAny();
}
/** Adds the refusal for a place that is not there, not to be seen or not within reach; false when it did. */
export function refuseUnlessMay(problems, path, permission, place) {
    if (!place?.visible)
        problems.add(kernelErrors.NOT_FOUND, path);
    else if (!place.allowed)
        problems.add(kernelErrors.FORBIDDEN, path, { permission });
    else
        return true;
    return false;
}
//# sourceMappingURL=places.js.map