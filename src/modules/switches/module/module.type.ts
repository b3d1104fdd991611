import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../../kernel/index.js';

export const ModuleState = {
  SWITCHED_ON: 'SWITCHED_ON',
  SWITCHED_OFF: 'SWITCHED_OFF',
  LOCKED_ON: 'LOCKED_ON',
  LOCKED_OFF: 'LOCKED_OFF',
  REQUIREMENT_OFF: 'REQUIREMENT_OFF',
  CATCHING_UP: 'CATCHING_UP',
  NEVER_SWITCHED: 'NEVER_SWITCHED',
} as const;
export type ModuleState = keyof typeof ModuleState;

registerEnumType(ModuleState, {
  name: 'ModuleState',
  description: '模块启用或停用的缘由 / Why a module is on or off',
  valuesConfig: {
    SWITCHED_ON: { description: '本区已启用 / On, switched by the district' },
    SWITCHED_OFF: { description: '本区已停用 / Off, switched by the district' },
    LOCKED_ON: { description: '市级锁定为启用 / On, fixed by the city' },
    LOCKED_OFF: { description: '市级锁定为停用 / Off, fixed by the city' },
    REQUIREMENT_OFF: { description: '所需的模块未启用，故停用 / Off, because a module that it requires is off' },
    CATCHING_UP: {
      description: '已启用，正在补处理停用期间的事件 / Switched on; what it missed is being handled, then it shows',
    },
    NEVER_SWITCHED: { description: '从未启用 / Off, and never switched on' },
  },
});

export const ModuleDecisionKind = { SWITCH: 'SWITCH', LOCK: 'LOCK' } as const;

registerEnumType(ModuleDecisionKind, {
  name: 'ModuleDecisionKind',
  description: '决定的种类 / Kind of a decision about a module',
  valuesConfig: {
    SWITCH: { description: '本区的开关 / A switch of the district' },
    LOCK: { description: '市级的锁定 / A lock of the city' },
  },
});

export const ModuleDecisionState = { ON: 'ON', OFF: 'OFF', FREE: 'FREE' } as const;

registerEnumType(ModuleDecisionState, {
  name: 'ModuleDecisionState',
  description: '决定的内容 / What was decided about a module',
  valuesConfig: {
    ON: { description: '启用 / On' },
    OFF: { description: '停用 / Off' },
    FREE: { description: '不锁定，由本区决定 / Not locked: the district decides' },
  },
});

@ObjectType('ModuleDecision', {
  simpleResolvers: true,
  description: '关于模块的一项决定，只增不改 / One decision about a module; decisions are only ever added',
})
export class ModuleDecisionType {
  @Field(() => ID, { description: '编号 / Id' })
  id!: string;

  @Field(() => ModuleDecisionKind, { description: '种类 / Kind' })
  kind!: keyof typeof ModuleDecisionKind;

  @Field(() => ModuleDecisionState, { description: '内容 / What was decided' })
  state!: keyof typeof ModuleDecisionState;

  @Field(() => DateScalar, { description: '自该日起 / From this day on' })
  since!: string;

  @Field(() => String, { description: '理由 / Why' })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description: '因该模块而一并决定 / The module for whose sake this one was switched as well',
  })
  becauseOf!: string | null;

  @Field(() => DateTimeScalar, { description: '决定的时间 / When it was decided' })
  decidedAt!: Date;
}

@ObjectType('Module', {
  simpleResolvers: true,
  description: '可由各区启用或停用的模块 / A module that a district can switch on and off',
})
export class Module {
  @Field(() => ID, { description: '模块代码，小写，以连字符相连 / Its code, lower case with dashes' })
  id!: string;

  @Field(() => String, { description: '名称，按调用者的语言 / Name in the caller’s language' })
  title!: string;

  @Field(() => String, { nullable: true, description: '用途 / What it is for' })
  description!: string | null;

  @Field(() => String, { description: '已安装的版本 / Version installed' })
  version!: string;

  @Field(() => [ID], { description: '须一并启用的模块 / Modules that have to be on with it' })
  requires!: readonly string[];

  @Field(() => [ID], { description: '依赖它的模块，随之停用 / Modules that need it, and go off with it' })
  requiredBy!: readonly string[];

  @Field(() => Boolean, { description: '本区现在是否启用 / Whether the district has it on now' })
  on!: boolean;

  @Field(() => ModuleState, { description: '启用或停用的缘由 / Why it is on or off' })
  state!: ModuleState;

  @Field(() => DateScalar, {
    nullable: true,
    description: '自该日起如此；从未有过决定则为空 / From which day on it is so; null when nothing was ever decided',
  })
  since!: string | null;

  @Field(() => ModuleDecisionType, { nullable: true, description: '市级现行的锁定 / The lock of the city in force' })
  lock!: ModuleDecisionType | null;

  @Field(() => [ModuleDecisionType], {
    description: '今后生效的决定，按日期 / Decisions that will come into force, by their days',
  })
  planned!: readonly ModuleDecisionType[];
}
