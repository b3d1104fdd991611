import type { InferEntity } from '@mikro-orm/core';
import { type SqlBool, sql } from 'kysely';
import { defineNode, type NodeSource, type RowOf } from '../../../kernel/index.js';
import { memberVisible } from '../../members/index.js';
import { ConsentEntity } from './consent.entity.js';

export type ConsentRow = RowOf<InferEntity<typeof ConsentEntity>>;

/**
 * Whoever sees the person sees what the person has agreed to: that is what they must act by. Nobody acts by a purpose of
 * a module that is off; the person finds it in `personalDataOf`, and can take it back.
 */
export const consents: NodeSource<ConsentRow> = defineNode(ConsentEntity, (ctx) => {
  const person = memberVisible(ctx, 'person');
  if (person === false) return false;
  const hidden = ctx.hidden('consents');
  const conditions = [
    ...(person === true
      ? []
      : [sql<SqlBool>`exists (select from members as person where person.id = node.member_id and ${person})`]),
    ...(hidden.length === 0 ? [] : [sql<SqlBool>`node.purpose <> all(${hidden}::text[])`]),
  ];
  return conditions.length === 0 || sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
});
