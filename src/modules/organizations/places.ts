import { type Expression, type SqlBool, sql } from 'kysely';
import {
  defineNode,
  kernelErrors,
  type NodeQuery,
  type NodeSource,
  Problems,
  type RequestContext,
  scopesOf,
} from '../../kernel/index.js';
import { OrganizationEntity, type OrganizationRow } from './organization.entity.js';

/**
 * Where a permission reaches, for rows with an organization column such as `node.organization_id`: `true` with a
 * district-wide grant, `false` without any, otherwise today's subtrees of the grants and the own organizations of
 * grants that are bound to a person.
 */
export function withinScopes(ctx: RequestContext, permission: string, column: string): Expression<SqlBool> | boolean {
  const scopes = scopesOf(ctx.principal, permission);
  if (scopes.some(({ kind }) => kind === 'district')) return true;
  const roots = scopes.flatMap((scope) => (scope.kind === 'subtree' ? [scope.organizationId] : []));
  const own = scopes.flatMap((scope) => (scope.kind === 'self' && scope.organizationId ? [scope.organizationId] : []));
  const conditions: Expression<SqlBool>[] = [];
  if (own.length > 0) conditions.push(sql<SqlBool>`${sql.ref(column)} = any(${own}::uuid[])`);
  if (roots.length > 0) conditions.push(below(column, sql`any(${roots}::uuid[])`));
  if (conditions.length === 0) return false;
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

/** The row's organization lies today in the subtree of `ancestor`, which is an id or `any(…)`. */
export function below(column: string, ancestor: Expression<unknown>): Expression<SqlBool> {
  return sql<SqlBool>`exists (
    select from organization_closure as place
    where place.descendant_id = ${sql.ref(column)} and place.ancestor_id = ${ancestor} and place.until is null
  )`;
}

/** {@link withinScopes} as a piece of SQL, for select lists. */
export function covered(ctx: RequestContext, permission: string, column: string): Expression<SqlBool> {
  const condition = withinScopes(ctx, permission, column);
  return typeof condition === 'boolean' ? sql<SqlBool>`${sql.lit(condition)}` : condition;
}

/** Where the organizations are and who sees them. */
export const organizationNode: NodeSource<OrganizationRow> = defineNode(
  OrganizationEntity,
  (ctx) => withinScopes(ctx, 'organization:read', 'node.id'),
  (ctx, permission) => withinScopes(ctx, permission, 'node.id'),
);

/**
 * Asserts that the caller may do something at an organization.
 * Errors: NOT_FOUND when it is not there or not the caller's to see; FORBIDDEN when the permission does not reach it.
 */
export async function assertMay(
  ctx: RequestContext,
  permission: string,
  organizationId: string,
  path: readonly string[] = [],
): Promise<void> {
  const { rows } = await sql<{ visible: boolean; allowed: boolean }>`
    select ${covered(ctx, 'organization:read', 'node.id')} as visible, ${covered(ctx, permission, 'node.id')} as allowed
    from organizations as node where node.id = ${organizationId}
  `.execute(ctx.sql);
  const problems = new Problems();
  refuseUnlessMay(problems, path, permission, rows[0]);
  problems.throwIfAny();
}

/** Adds the refusal for a place that is not there, not to be seen or not within reach; false when it did. */
export function refuseUnlessMay<Place extends { readonly visible: boolean; readonly allowed: boolean }>(
  problems: Problems,
  path: readonly string[],
  permission: string,
  place: Place | undefined,
): place is Place {
  if (!place?.visible) problems.add(kernelErrors.NOT_FOUND, path);
  else if (!place.allowed) problems.add(kernelErrors.FORBIDDEN, path, { permission });
  else return true;
  return false;
}

/** Narrows rows with `since` and `until` to those in force today, or to all others; `null` takes both. */
export function inForce(ctx: RequestContext, current: boolean | null): (query: NodeQuery) => NodeQuery {
  const today = sql<SqlBool>`(node.since <= ${ctx.today} and (node.until is null or node.until > ${ctx.today}))`;
  if (current === null) return (query) => query;
  return (query) => query.where(current ? today : sql<SqlBool>`not ${today}`);
}
