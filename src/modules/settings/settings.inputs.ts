import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, JsonObjectScalar } from '../../kernel/index.js';

@InputType('ChangeModuleSettingsInput', { description: '修改一个模块的设置 / A change of a module’s settings' })
export class ChangeModuleSettingsInput {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => JsonObjectScalar, {
    description: '要改动的各项及其新值，其余不变 / What to change, with the new values; all else stays',
  })
  values!: Record<string, unknown>;

  @Field(() => DateScalar, {
    nullable: true,
    description: '自该日起，默认今天，最多提前一年 / From this day on; today by default, a year ahead at most',
  })
  since?: string | null;

  @Field(() => String, { description: '为何，2–200 字，不得含个人信息 / Why, 2–200 characters, nothing about persons' })
  reason!: string;

  @Field(() => Int, { description: '您所见的版本 / The version you saw' })
  expectedVersion!: number;
}

@InputType('RevertModuleSettingsInput', {
  description: '恢复一个模块的设置 / A return to earlier settings of a module',
})
export class RevertModuleSettingsInput {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => ID, {
    description: '恢复到该次改动生效后的全部设置 / All settings become what they were right after this change',
  })
  toSettingsChangeId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      '自该日起，默认今天；此前预定的改动不再生效 / From this day on, today by default; what was planned for later ends',
  })
  since?: string | null;

  @Field(() => String, { description: '为何，2–200 字，不得含个人信息 / Why, 2–200 characters, nothing about persons' })
  reason!: string;

  @Field(() => Int, { description: '您所见的版本 / The version you saw' })
  expectedVersion!: number;
}
