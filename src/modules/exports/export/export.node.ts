import type { InferEntity } from '@mikro-orm/core';
import { type Expression, type SqlBool, sql } from 'kysely';
import { defineNode, type NodeSource, type RequestContext, type RowOf, scopesOf } from '../../../kernel/index.js';
import { below } from '../../organizations/index.js';
import { ExportEntity } from './export.entity.js';

export type ExportRow = RowOf<InferEntity<typeof ExportEntity>>;

/**
 * Who sees an export, unless it is of a list of a module that is off: whoever asked for it, and those who may see exports of that part of the district. Of the file
 * itself only the requester ever gets an address.
 */
export const exportNode: NodeSource<ExportRow> = defineNode(
  ExportEntity,
  (ctx) => {
    const seen = seenBy(ctx);
    const hidden = ctx.hidden('exports');
    if (seen === false || hidden.length === 0) return seen;
    const known = sql<SqlBool>`node.list <> all(${hidden}::text[])`;
    return seen === true ? known : sql<SqlBool>`(${known} and ${seen})`;
  },
  within,
);

function seenBy(ctx: RequestContext): Expression<SqlBool> | boolean {
  const reach = within(ctx, 'export:read');
  if (reach === true || !ctx.principal) return reach;
  const own = sql<SqlBool>`node.requested_by = ${ctx.principal.id}`;
  return reach === false ? own : sql<SqlBool>`(${own} or ${reach})`;
}

/** Exports of the whole district for grants on the whole district, of parts of it for grants on a subtree. */
function within(ctx: RequestContext, permission: string): Expression<SqlBool> | boolean {
  const scopes = scopesOf(ctx.principal, permission);
  if (scopes.some(({ kind }) => kind === 'district')) return true;
  const roots = scopes.flatMap((scope) => (scope.kind === 'subtree' ? [scope.organizationId] : []));
  return roots.length > 0 && below('node.organization_id', sql`any(${roots}::uuid[])`);
}
