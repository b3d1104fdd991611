import type { InferEntity } from '@mikro-orm/core';
import { type SqlBool, sql } from 'kysely';
import { Field, ObjectType } from 'type-graphql';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  defineNode,
  JsonObjectScalar,
  Node,
  type RowOf,
  scopesOf,
} from '../../kernel/index.js';
import { SettingsChangeEntity } from './settings-change.entity.js';

export type SettingsChangeRow = RowOf<InferEntity<typeof SettingsChangeEntity>>;

/** Settings concern the whole district, so a grant anywhere in it opens them; those of modules that are off do not exist. */
export const settingsChangeNode = defineNode(SettingsChangeEntity, (ctx) => {
  if (scopesOf(ctx.principal, 'settings:read').length === 0) return false;
  return sql<SqlBool>`node.module = any(${[...ctx.facts.modules]}::text[])`;
});

@ObjectType('SettingsChange', {
  implements: Node,
  simpleResolvers: true,
  description: '对一个模块设置的一次改动，只增不改 / One change of a module’s settings; it is never altered itself',
})
export class SettingsChange extends Node {
  @Field(() => DateScalar, { description: '自该日起生效 / From this day on' })
  since!: string;

  @Field(() => JsonObjectScalar, { description: '改动的各项及其新值 / What was changed, with the new values' })
  changes!: object;

  @Field(() => String, { description: '为何 / Why' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '何时决定 / When it was decided' })
  changedAt!: string;
}

export const SettingsChangeConnection = connectionOf<SettingsChangeRow>(() => SettingsChange, 'SettingsChange');
