import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar } from '../../../kernel/index.js';

export const ConsentEnd = { WITHDRAWN: 'WITHDRAWN', REPLACED: 'REPLACED' } as const;

registerEnumType(ConsentEnd, {
  name: 'ConsentEnd',
  description: '同意如何终止 / How a consent ended',
  valuesConfig: {
    WITHDRAWN: { description: '已撤回 / Withdrawn' },
    REPLACED: { description: '由对新版文本的同意取代 / Replaced by consent to a newer text' },
  },
});

@ObjectType('ConsentPurpose', {
  simpleResolvers: true,
  description: '需要单独同意的用途及现行文本 / A purpose that needs a consent of its own, with the text in force',
})
export class ConsentPurpose {
  @Field(() => String, { description: '用途代码 / Code of the purpose' })
  purpose!: string;

  @Field(() => Int, { description: '现行文本的版本 / Version of the text in force' })
  textVersion!: number;

  @Field(() => String, { description: '标题 / Title' })
  title!: string;

  @Field(() => String, { description: '全文 / The text in full' })
  text!: string;
}

@ObjectType('Consent', { simpleResolvers: true, description: '一次同意 / A consent' })
export class Consent {
  @Field(() => String, { description: '用途代码 / Code of the purpose' })
  purpose!: string;

  @Field(() => Int, { description: '所同意文本的版本 / Version of the text agreed to' })
  textVersion!: number;

  @Field(() => DateTimeScalar, { description: '同意时间 / When it was given' })
  givenAt!: string;

  @Field(() => Boolean, {
    description: '本人操作为 true，工作人员代为登记为 false / True by the person, false when an officer recorded it',
  })
  own!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '终止时间；有效为空 / When it ended; null in force' })
  endedAt!: string | null;

  @Field(() => ConsentEnd, { nullable: true, description: '终止方式 / How it ended' })
  endedAs!: string | null;
}

export const ConsentConnection = connectionOf(() => Consent, 'Consent');
