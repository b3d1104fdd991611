import type { InferEntity } from '@mikro-orm/core';
import { type Expression, type SqlBool, sql } from 'kysely';
import { defineNode, type NodeSource, type Reach, type RowOf } from '../../../kernel/index.js';
import { anyOf, ownIds, withinPlaces } from '../member/member.node.js';
import { MembershipApplicationEntity } from './application.entity.js';

export type MembershipApplicationRow = RowOf<InferEntity<typeof MembershipApplicationEntity>>;

const withUnionOrApplicant: Reach = (ctx, permission) => {
  const here = withinPlaces(ctx, 'node.organization_id', permission);
  if (here === true) return true;
  const conditions: Expression<SqlBool>[] = here === false ? [] : [here];
  const own = ownIds(ctx, permission);
  if (own.length > 0) conditions.push(sql<SqlBool>`node.member_id = any(${own}::uuid[])`);
  return anyOf(conditions);
};

/** An application is seen by whoever may read members of the union applied to, and by the applicant. */
export const membershipApplicationNode: NodeSource<MembershipApplicationRow> = defineNode(
  MembershipApplicationEntity,
  (ctx) => withUnionOrApplicant(ctx, 'member:read'),
  withUnionOrApplicant,
);
