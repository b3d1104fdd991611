import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';

/** What every decision about a module says: which one, from when on, and why. */
@InputType()
export abstract class DecisionInput {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '自该日起，默认今天，最迟一年后 / From this day on; today by default, a year ahead at most',
  })
  since?: string | null;

  @Field(() => String, { description: '理由，2–200 字 / Why, 2–200 characters' })
  reason!: string;
}
