import type { InferEntity } from '@mikro-orm/core';
import { type Expression, type SqlBool, sql } from 'kysely';
import { defineNode, type NodeSource, type Reach, type RowOf } from '../../../kernel/index.js';
import { anyOf, memberVisible, withinPlaces } from '../member/member.node.js';
import { MembershipEntity } from './membership.entity.js';

export type MembershipRow = RowOf<InferEntity<typeof MembershipEntity>>;

const withPersonOrUnion: Reach = (ctx, permission) => {
  const here = withinPlaces(ctx, 'node.organization_id', permission);
  const person = memberVisible(ctx, 'person', permission);
  if (here === true || person === true) return true;
  const conditions: Expression<SqlBool>[] = [];
  if (here !== false) conditions.push(here);
  if (person !== false) {
    conditions.push(
      sql<SqlBool>`exists (select from members as person where person.id = node.member_id and ${person})`,
    );
  }
  return anyOf(conditions);
};

/** A membership is seen by whoever sees the person, and by the union it was in, also after it ended. */
export const membershipNode: NodeSource<MembershipRow> = defineNode(
  MembershipEntity,
  (ctx) => withPersonOrUnion(ctx, 'member:read'),
  withPersonOrUnion,
);
