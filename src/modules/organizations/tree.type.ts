import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';

@ObjectType('ParentPeriod', {
  simpleResolvers: true,
  description: '一段时间内的上级 / A parent for a time',
})
export class ParentPeriod {
  @Field(() => DateScalar, { description: '自该日起 / First day' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: '至该日止（不含），空为现任 / Day it ended; null today' })
  until!: string | null;
}
