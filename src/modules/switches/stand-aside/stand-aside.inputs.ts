import { Field, ID, InputType } from 'type-graphql';
import { DecisionInput } from '../decision.inputs.js';

@InputType('StandAsideInput', {
  description: '街镇不参加模块的工作，或恢复参加 / A hub stands aside from a module, or takes part again',
})
export class StandAsideInput extends DecisionInput {
  @Field(() => ID, { description: '街道、镇、园区一级的组织，含其下属 / The hub, with everything below it' })
  organizationId!: string;
}
