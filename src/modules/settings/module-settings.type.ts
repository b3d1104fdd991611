import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';

@ObjectType('ModuleSettings', {
  simpleResolvers: true,
  description: '一个模块在某日的设置，供表单使用 / The settings of one module on a day, as forms need them',
})
export class ModuleSettings {
  @Field(() => ID, { description: '模块代码 / Code of the module' })
  moduleId!: string;

  @Field(() => DateScalar, { description: '何日的设置 / The day whose settings they are' })
  on!: string;
}
