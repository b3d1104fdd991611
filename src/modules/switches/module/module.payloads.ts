import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, Payload } from '../../../kernel/index.js';
import { Module } from './module.type.js';

@ObjectType('AlsoSwitched', {
  simpleResolvers: true,
  description: '随之一并变动的模块 / A module that was switched, locked or freed along with another',
})
export class AlsoSwitched {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  id!: string;

  @Field(() => String, { description: '名称 / Name' })
  title!: string;

  @Field(() => Boolean, { description: '自该日起是否启用 / Whether it is on from that day on' })
  on!: boolean;

  @Field(() => DateScalar, { description: '自该日起 / From this day on' })
  since!: string;
}

@ObjectType('SwitchModulePayload', {
  simpleResolvers: true,
  description: '启用或停用的结果 / Outcome of switching a module',
})
export class SwitchModulePayload extends Payload {
  @Field(() => Module, { nullable: true, description: '模块现状 / The module as it is now' })
  module?: Module | null;

  @Field(() => [AlsoSwitched], {
    nullable: true,
    description: '随之一并变动的模块 / Modules that were switched along with it',
  })
  alsoSwitched?: readonly AlsoSwitched[] | null;
}

@ObjectType('LockedDistrict', {
  simpleResolvers: true,
  description: '一个区的锁定结果 / What a lock did in one district',
})
export class LockedDistrict {
  @Field(() => String, { description: '区代码 / Code of the district' })
  code!: string;

  @Field(() => String, { description: '区名称 / Name of the district' })
  name!: string;

  @Field(() => [AlsoSwitched], { description: '随之一并变动的模块 / Modules that were changed along with it' })
  alsoSwitched!: readonly AlsoSwitched[];
}

@ObjectType('LockModulePayload', { simpleResolvers: true, description: '锁定的结果 / Outcome of a lock of the city' })
export class LockModulePayload extends Payload {
  @Field(() => Module, {
    nullable: true,
    description: '模块在所在区的现状 / The module as it is in the district entered',
  })
  module?: Module | null;

  @Field(() => [LockedDistrict], { nullable: true, description: '已执行的各区 / The districts where it was done' })
  districts?: readonly LockedDistrict[] | null;
}
