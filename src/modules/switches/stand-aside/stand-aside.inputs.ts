import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../kernel/index.js';

@InputType('StandAsideInput', {
  description: '街镇不参加模块的工作，或恢复参加 / A hub stands aside from a module, or takes part again',
})
export class StandAsideInput {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => ID, { description: '街道、镇、园区一级的组织，含其下属 / The hub, with everything below it' })
  organizationId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '自该日起，默认今天，最迟一年后 / From this day on; today by default, a year ahead at most',
  })
  since?: string | null;

  @Field(() => String, { description: '理由，2–200 字 / Why, 2–200 characters' })
  reason!: string;
}
