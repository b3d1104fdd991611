import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const DistrictKind = { DISTRICT: 'DISTRICT', INDUSTRIAL: 'INDUSTRIAL' } as const;

registerEnumType(DistrictKind, {
  name: 'DistrictKind',
  description: '联合会的种类 / Kind of federation',
  valuesConfig: {
    DISTRICT: { description: '区总工会 / District federation' },
    INDUSTRIAL: { description: '产业（局）工会 / Industrial federation' },
  },
});

@ObjectType('District', {
  simpleResolvers: true,
  description: '一个区总工会或产业工会，数据的边界 / A district or industrial federation; the boundary of its data',
})
export class District {
  @Field(() => ID, { description: '代码，与 code 相同 / The code, as in code' })
  id!: string;

  @Field(() => String, {
    description: '行政区划代码或产业工会代码 / Administrative code, or the code of an industrial federation',
  })
  code!: string;

  @Field(() => DistrictKind, { description: '种类 / Kind' })
  kind!: string;

  @Field(() => String, { description: '名称，按调用者的语言 / Name in the caller’s language' })
  name!: string;

  @Field(() => String, { description: '所在市的代码 / Code of the city above it' })
  cityCode!: string;

  @Field(() => [String], { description: '已启用的可选模块 / Optional modules that are switched on' })
  modules!: readonly string[];
}
