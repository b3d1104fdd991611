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
  Permission,
  type RequestContext,
  type RowOf,
  scopesOf,
} from '../../kernel/index.js';
import { SettingsChangeEntity } from './settings-change.entity.js';

export type SettingsChangeRow = RowOf<InferEntity<typeof SettingsChangeEntity>>;

const holdsAnywhere = (ctx: RequestContext, permission: string) => scopesOf(ctx.principal, permission).length > 0;

/** Settings concern the whole district, so a grant anywhere in it opens them; those of modules that are off do not exist. */
export const settingsChangeNode = defineNode(
  SettingsChangeEntity,
  (ctx) => holdsAnywhere(ctx, 'settings:read') && sql<SqlBool>`node.module = any(${[...ctx.facts.modules]}::text[])`,
  holdsAnywhere,
);

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

  @Field(() => String, { nullable: true, description: '为何；无权查看为空 / Why; null when not yours to see' })
  @Permission('settings:history')
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: '何时决定 / When it was decided' })
  changedAt!: string;
}

export const SettingsChangeConnection = connectionOf<SettingsChangeRow>(() => SettingsChange, 'SettingsChange');
