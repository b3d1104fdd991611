import { type SqlBool, sql } from 'kysely';
import { assertHolds, kernelErrors, type RequestContext, refuse, scopesOf } from '../../kernel/index.js';
import { memberNode } from '../members/index.js';
import { below } from '../organizations/index.js';

/** Whether the data is the caller's own. */
export function isOwn(ctx: RequestContext, memberId: string): boolean {
  return ownMembers(ctx).includes(memberId);
}

/** Local ids of the persons the caller is: one, or none. */
export function ownMembers(ctx: RequestContext): string[] {
  return scopesOf(ctx.principal, 'personal-data:own').flatMap((scope) =>
    scope.kind === 'self' ? [scope.memberId] : [],
  );
}

/**
 * Asserts that the caller may do something about a person: the permission reaches the union that keeps the file. A
 * grant for the person alone reaches nobody here; what one may do about oneself is asked for by {@link isOwn}.
 * Errors: NOT_FOUND when the person is not there or not the caller's to see; FORBIDDEN.
 */
export async function assertMayAbout(
  ctx: RequestContext,
  permission: string,
  memberId: string,
  path: readonly string[],
): Promise<void> {
  assertHolds(ctx.principal, permission);
  const person = await memberNode.load(ctx, memberId);
  if (!person) throw refuse(kernelErrors.NOT_FOUND, { path });
  const scopes = scopesOf(ctx.principal, permission);
  if (scopes.some(({ kind }) => kind === 'district')) return;
  const roots = scopes.flatMap((scope) => (scope.kind === 'subtree' ? [scope.organizationId] : []));
  const { rows } = await sql`
    select 1 from organizations as node
    where node.id = ${person.keeperOrganizationId} and ${below('node.id', sql`any(${roots}::uuid[])`)}
  `.execute(ctx.sql);
  if (rows.length === 0) throw refuse(kernelErrors.FORBIDDEN, { path, details: { permission } });
}

/** The person or, by the permission, somebody in charge. Errors: as {@link assertMayAbout}. */
export async function assertOwnOrMay(
  ctx: RequestContext,
  permission: string,
  memberId: string,
  path: readonly string[],
): Promise<void> {
  if (!isOwn(ctx, memberId)) return assertMayAbout(ctx, permission, memberId, path);
  if (!(await memberNode.load(ctx, memberId))) throw refuse(kernelErrors.NOT_FOUND, { path });
}

/** The row belongs to the caller as a person; `column` holds the id of a member. */
export function ownRows(ctx: RequestContext, column: string) {
  return sql<SqlBool>`${sql.ref(column)} = any(${ownMembers(ctx)}::uuid[])`;
}
