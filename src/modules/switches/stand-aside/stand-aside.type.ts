import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar, Payload } from '../../../kernel/index.js';
import { Module } from '../module/module.type.js';

@ObjectType('StandAside', {
  simpleResolvers: true,
  description: '一个街镇不参加模块工作的一段时间 / A time in which a hub stands aside from a module',
})
export class StandAside {
  @Field(() => ID, { description: '编号 / Id' })
  id!: string;

  @Field(() => DateScalar, { description: '自该日起 / From this day on' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: '至该日止（不含） / Until this day, exclusive' })
  until!: string | null;

  @Field(() => String, { description: '理由 / Why' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '决定的时间 / When it was decided' })
  decidedAt!: Date;
}

@ObjectType('StandAsidePayload', {
  simpleResolvers: true,
  description: '街镇参加与否的结果 / Outcome of a hub’s decision',
})
export class StandAsidePayload extends Payload {
  @Field(() => Module, { nullable: true, description: '模块现状 / The module as it is now' })
  module?: Module | null;
}
