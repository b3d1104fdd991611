import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar } from '../../../kernel/index.js';

export const DisclosureKind = { UNMASKING: 'UNMASKING', EXPORT: 'EXPORT', THIRD_PARTY: 'THIRD_PARTY' } as const;

export type DisclosureKind = keyof typeof DisclosureKind;

registerEnumType(DisclosureKind, {
  name: 'DisclosureKind',
  description: '披露方式 / How data was disclosed',
  valuesConfig: {
    UNMASKING: { description: '工作人员查看了掩码字段的原值 / An officer saw the full value of a masked field' },
    EXPORT: { description: '工作人员导出了全部数据 / An officer exported everything about the person' },
    THIRD_PARTY: { description: '提供给第三方 / Given to a third party' },
  },
});

@ObjectType('Disclosure', {
  simpleResolvers: true,
  description: '一次个人数据披露，只增不改 / One disclosure of personal data; they are only ever added',
})
export class Disclosure {
  @Field(() => DisclosureKind, { description: '方式 / How' })
  kind!: string;

  @Field(() => String, {
    description: '接收方：第三方名称，或工作人员的角色 / To whom: name of the third party, or role of the officer',
  })
  recipient!: string;

  @Field(() => DateTimeScalar, { description: '时间 / When' })
  at!: string;
}

export const DisclosureConnection = connectionOf(() => Disclosure, 'Disclosure');
