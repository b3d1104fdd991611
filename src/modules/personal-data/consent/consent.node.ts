import type { InferEntity } from '@mikro-orm/core';
import { type SqlBool, sql } from 'kysely';
import { defineNode, type NodeSource, type RowOf } from '../../../kernel/index.js';
import { memberVisible } from '../../members/index.js';
import { ConsentEntity } from './consent.entity.js';

export type ConsentRow = RowOf<InferEntity<typeof ConsentEntity>>;

/** Whoever sees the person sees what the person has agreed to: that is what they must act by. */
export const consents: NodeSource<ConsentRow> = defineNode(ConsentEntity, (ctx) => {
  const person = memberVisible(ctx, 'person');
  if (typeof person === 'boolean') return person;
  return sql<SqlBool>`exists (select from members as person where person.id = node.member_id and ${person})`;
});
