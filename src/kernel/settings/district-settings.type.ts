// Its decorators need it, also where the registry is imported before the kernel's index.
import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../graphql/scalars.js';

/** Every module with settings adds a field of its own; see `settings-graph.ts`. */
@ObjectType('DistrictSettings', {
  simpleResolvers: true,
  description: '本区各模块的设置，一个模块一个字段 / The settings of this district’s modules, a field for each of them',
})
export class DistrictSettings {
  @Field(() => DateScalar, { description: '何日的设置 / The day whose settings they are' })
  on!: string;
}
