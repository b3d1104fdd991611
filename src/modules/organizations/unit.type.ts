import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, CreditCodeScalar, DateScalar, Node, PageArgs, Reads } from '../../kernel/index.js';
import type { CoveredUnitRow } from './unit.entity.js';

@ObjectType('CoveredUnit', {
  implements: Node,
  simpleResolvers: true,
  description: '覆盖单位：一个用人单位被一个工会覆盖的一段时间 / An employer covered by a union for a time',
})
export class CoveredUnit extends Node {
  @Field(() => String, { description: '单位名称 / Name of the employer' })
  name!: string;

  @Field(() => CreditCodeScalar, { nullable: true, description: '统一社会信用代码 / Unified social credit code' })
  creditCode!: string | null;

  @Field(() => DateScalar, { description: '覆盖开始 / First day of the cover' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: '覆盖结束，自该日起不再覆盖 / Day from which it is over' })
  until!: string | null;

  @Field(() => Int, { description: '版本号 / Version' })
  version!: number;
}

export const CoveredUnitConnection = connectionOf<CoveredUnitRow>(() => CoveredUnit, 'CoveredUnit');

@ArgsType()
export class CoveredUnitsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true 只看当前，false 只看已结束 / true: covered today, false: not; all when left out',
  })
  @Reads('CoveredUnit.since', 'CoveredUnit.until')
  current?: boolean | null;
}

@InputType('CoverUnitInput', { description: '登记覆盖单位 / An employer to be covered' })
export class CoverUnitInput {
  @Field(() => ID, { description: '覆盖它的工会 / The union that covers it' })
  organizationId!: string;

  @Field(() => String, { description: '单位名称，2–100 字 / Name, 2–100 characters' })
  name!: string;

  @Field(() => String, { nullable: true, description: '统一社会信用代码 / Unified social credit code' })
  creditCode?: string | null;

  @Field(() => DateScalar, { description: '覆盖开始，不晚于今天 / First day, not in the future' })
  since!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '覆盖结束，不晚于今天 / Day from which it is over, not ahead',
  })
  until?: string | null;
}

@InputType('EndUnitCoverInput', { description: '结束覆盖 / The end of a cover' })
export class EndUnitCoverInput {
  @Field(() => ID, { description: '覆盖单位 / The covered unit' })
  id!: string;

  @Field(() => Int, { description: '您读到的版本号 / The version you have read' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: '自该日起不再覆盖 / Day from which it is no longer covered' })
  until!: string;
}
