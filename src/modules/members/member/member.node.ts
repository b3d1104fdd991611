import type { InferEntity } from '@mikro-orm/core';
import { type Expression, type SqlBool, sql } from 'kysely';
import { defineNode, type NodeSource, type RequestContext, type RowOf, scopesOf } from '../../../kernel/index.js';
import { below } from '../../organizations/index.js';
import { MemberEntity } from './member.entity.js';

export type MemberRow = RowOf<InferEntity<typeof MemberEntity>>;

/**
 * Who sees a person: whoever may read members of the union that keeps the file, the joint union that covers the
 * person at present, and the person.
 */
export const memberNode: NodeSource<MemberRow> = defineNode(
  MemberEntity,
  (ctx) => memberVisible(ctx, 'node'),
  (ctx, permission) => memberVisible(ctx, 'node', permission),
);

/** The same predicate on `members` under another alias, or for another permission on the same grounds. */
export function memberVisible(
  ctx: RequestContext,
  alias: string,
  permission = 'member:read',
): Expression<SqlBool> | boolean {
  const kept = withinPlaces(ctx, 'file.keeper_organization_id', permission);
  if (kept === true) return true;
  const id = sql.ref(`${alias}.id`);
  const conditions: Expression<SqlBool>[] = [];
  if (kept !== false) {
    const covering = withinPlaces(ctx, 'cover.organization_id', permission) as Expression<SqlBool>;
    // One list of ids rather than two conditions side by side, which no index could serve.
    conditions.push(sql<SqlBool>`${id} in (
      select file.id from members as file where ${kept}
      union all
      select cover.member_id from memberships as cover
      where cover.kind = 'SECONDARY' and cover.until is null and ${covering})`);
  }
  const own = ownIds(ctx, permission);
  if (own.length > 0) conditions.push(sql<SqlBool>`${id} = any(${own}::uuid[])`);
  return anyOf(conditions);
}

/**
 * Where the caller may read members, or do something else with them: `true` in the whole district, `false` nowhere, otherwise in subtrees. A grant
 * for the person alone opens no union: it would open the files of all colleagues.
 */
export function withinPlaces(
  ctx: RequestContext,
  column: string,
  permission = 'member:read',
): Expression<SqlBool> | boolean {
  const scopes = scopesOf(ctx.principal, permission);
  if (scopes.some(({ kind }) => kind === 'district')) return true;
  const roots = scopes.flatMap((scope) => (scope.kind === 'subtree' ? [scope.organizationId] : []));
  return roots.length > 0 && below(column, sql`any(${roots}::uuid[])`);
}

/** The caller's own rows in the register: those of grants that hold for the person alone. */
export function ownIds(ctx: RequestContext, permission = 'member:read'): string[] {
  return scopesOf(ctx.principal, permission).flatMap((scope) => (scope.kind === 'self' ? [scope.memberId] : []));
}

/** One of the conditions holds; without any, nothing is seen. */
export function anyOf(conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> | boolean {
  return conditions.length > 0 && sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}
