import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../../kernel/index.js';

@ObjectType('ModuleDependent', {
  simpleResolvers: true,
  description: '会随之停用的模块 / A module that would go off as well',
})
export class ModuleDependent {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  id!: string;

  @Field(() => String, { description: '名称 / Name' })
  title!: string;

  @Field(() => Boolean, {
    description: '该日是否启用；否则为今后计划启用 / Whether it is on that day, or planned to be later',
  })
  on!: boolean;

  @Field(() => DateScalar, { description: '自该日起启用 / From this day on it would have been on' })
  since!: string;
}

@ObjectType('AffectedOperation', {
  simpleResolvers: true,
  description: '使用该模块字段的前端操作 / An operation of a front end that used fields of the module',
})
export class AffectedOperation {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => String, {
    description: '操作名；无名的为 # 加文本摘要 / Its name; of one without, # and a hash of its text',
  })
  operation!: string;

  @Field(() => [String], { description: '使用的字段 / Fields that it named' })
  fields!: readonly string[];

  // More than an Int holds, for a busy client over a year.
  @Field(() => Float, { description: '使用次数 / How often it was used' })
  uses!: number;

  @Field(() => DateTimeScalar, { description: '最近使用 / When it was used last' })
  lastUsedAt!: Date;
}

@ObjectType('OpenCases', { simpleResolvers: true, description: '未办结的事项 / Cases that are under way' })
export class OpenCasesType {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => String, { description: '种类代码 / Code of their kind' })
  kind!: string;

  @Field(() => String, { description: '种类 / Their kind' })
  title!: string;

  @Field(() => Int, { description: '件数 / How many' })
  count!: number;
}

@ObjectType('WaitingJobs', {
  simpleResolvers: true,
  description: '等待执行的任务；停用期间搁置 / Jobs that wait to be run; put aside while the module is off',
})
export class WaitingJobsType {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => String, { description: '任务代码 / Code of the job' })
  task!: string;

  @Field(() => String, { description: '任务 / The job' })
  title!: string;

  @Field(() => Int, { description: '件数 / How many' })
  count!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '最早的执行时间 / When the first of them is due' })
  nextRunAt!: Date | null;
}

@ObjectType('KeptPersonalData', {
  simpleResolvers: true,
  description: '停用后仍保留的个人数据 / Personal data that stay when the module is off',
})
export class KeptPersonalData {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => String, { description: '数据表 / The table' })
  table!: string;

  @Field(() => Int, { description: '记录数 / Rows' })
  rows!: number;

  @Field(() => Int, { description: '涉及人数 / People concerned' })
  persons!: number;

  @Field(() => String, { description: '保存期限的类别 / Class of retention' })
  retention!: string;

  @Field(() => Int, { description: '目的实现后的保存年数 / Years it is kept once its purpose has ended' })
  retentionYears!: number;
}

@ObjectType('ModuleImpact', {
  simpleResolvers: true,
  description:
    '停用模块的影响，包括随之停用的模块 / What switching a module off concerns, with the modules that go off too',
})
export class ModuleImpact {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => DateScalar, { description: '自该日起停用 / From which day on it would be off' })
  on!: string;

  @Field(() => [ModuleDependent], { description: '随之停用的模块 / Modules that would go off as well' })
  dependents!: readonly ModuleDependent[];

  @Field(() => [AffectedOperation], {
    description: '使用其字段的操作，最近的在前，至多 200 项 / Operations that used it, latest first, 200 at most',
  })
  operations!: readonly AffectedOperation[];

  @Field(() => Int, { description: '这些操作共有多少 / How many such operations there are in all' })
  operationsInAll!: number;

  @Field(() => [OpenCasesType], { description: '未办结的事项 / Cases under way' })
  openCases!: readonly OpenCasesType[];

  @Field(() => [WaitingJobsType], { description: '等待执行的任务 / Jobs that wait' })
  jobs!: readonly WaitingJobsType[];

  @Field(() => [KeptPersonalData], { description: '仍保留的个人数据 / Personal data that stay' })
  personalData!: readonly KeptPersonalData[];

  @Field(() => String, {
    nullable: true,
    description:
      '停用时须提交的确认值，清单的内容变了它就变；为空则无影响 / What disableModule wants; it changes with what is listed; null when nothing is',
  })
  confirmation!: string | null;
}
