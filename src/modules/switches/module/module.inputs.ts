import { Field, InputType } from 'type-graphql';
import { DecisionInput } from '../decision.inputs.js';
import { ModuleDecisionState } from './module.type.js';

@InputType('EnableModuleInput', { description: '启用模块 / Switch a module on' })
export class EnableModuleInput extends DecisionInput {}

@InputType('DisableModuleInput', { description: '停用模块；数据保留 / Switch a module off; its data stay' })
export class DisableModuleInput extends DecisionInput {
  @Field(() => String, {
    nullable: true,
    description: 'moduleImpact 所答的确认值；无影响时不需要 / What moduleImpact answers; not needed without impact',
  })
  confirmation?: string | null;
}

@InputType('LockModuleInput', {
  description: '锁定或解除锁定本市各区的模块 / Fix a module on or off in districts of the city, or free it',
})
export class LockModuleInput extends DecisionInput {
  @Field(() => ModuleDecisionState, { description: '锁定为 / Fixed to what' })
  lock!: keyof typeof ModuleDecisionState;

  @Field(() => [String], {
    nullable: true,
    description: '本市各区的代码，默认所在的区 / Codes of districts of the city; by default the one entered',
  })
  districtCodes?: string[] | null;
}
