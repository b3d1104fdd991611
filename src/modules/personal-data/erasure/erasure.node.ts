import type { InferEntity } from '@mikro-orm/core';
import { type Expression, type SqlBool, sql } from 'kysely';
import { defineNode, type NodeSource, type RequestContext, type RowOf, scopesOf } from '../../../kernel/index.js';
import { below } from '../../organizations/index.js';
import { ownRows } from '../person.repository.js';
import { ErasureRequestEntity } from './erasure.entity.js';

export type ErasureRequestRow = RowOf<InferEntity<typeof ErasureRequestEntity>>;

/** A request is seen by the person it is about, and by who may ask for or approve it at the union that keeps the file. */
export const erasureRequests: NodeSource<ErasureRequestRow> = defineNode(ErasureRequestEntity, (ctx) => {
  const asking = keptWhere(ctx, 'personal-data:erase');
  const approving = keptWhere(ctx, 'personal-data:approve-erasure');
  if (asking === true || approving === true) return true;
  return sql<SqlBool>`(${sql.join([asking, approving, ownRows(ctx, 'node.member_id')], sql` or `)})`;
});

function keptWhere(ctx: RequestContext, permission: string): Expression<SqlBool> | true {
  const scopes = scopesOf(ctx.principal, permission);
  if (scopes.some(({ kind }) => kind === 'district')) return true;
  const roots = scopes.flatMap((scope) => (scope.kind === 'subtree' ? [scope.organizationId] : []));
  if (roots.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`exists (select from members as person where person.id = node.member_id
    and ${below('person.keeper_organization_id', sql`any(${roots}::uuid[])`)})`;
}
