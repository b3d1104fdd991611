import {
  defineNode,
  type Expression,
  type InferEntity,
  type NodeSource,
  type RequestContext,
  type RowOf,
  type SqlBool,
  sql,
} from 'lianxin/kernel';
import { memberVisible } from 'lianxin/modules/members';
import { EntryEntity } from './entry.entity.js';

export type EntryRow = RowOf<InferEntity<typeof EntryEntity>>;

/** An entry is seen by whoever may read entries of its member. */
export const entryNode: NodeSource<EntryRow> = defineNode(
  EntryEntity,
  (ctx) => heldOnMember(ctx, 'sample-plugin:read'),
  heldOnMember,
);

/** The member lies where the caller holds the permission. */
function heldOnMember(ctx: RequestContext, permission: string): Expression<SqlBool> | boolean {
  const seen = memberVisible(ctx, 'member', permission);
  if (typeof seen === 'boolean') return seen;
  return sql<SqlBool>`exists (select from members as member where member.id = node.member_id and ${seen})`;
}
