import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';

@InputType('RecordWorkforceSurveyInput', {
  description:
    '登记职工和应建会单位调查：只计直接属于该组织、不属于其下级的部分 / A survey of what is assigned to this body itself, not to bodies below it',
})
export class RecordWorkforceSurveyInput {
  @Field(() => ID, { description: '组织 / The body' })
  organizationId!: string;

  @Field(() => DateScalar, { description: '调查日期；同日再登记即更正 / Day; the same day again corrects it' })
  surveyedOn!: string;

  @Field(() => Int, { description: '职工人数 / Workers' })
  workers!: number;

  @Field(() => Int, { description: '应建会单位数 / Employers that should have a union' })
  shouldFoundUnits!: number;
}
