import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../../../kernel/index.js';

export const UnmaskPurpose = {
  CONTACT: 'CONTACT',
  VERIFICATION: 'VERIFICATION',
  CASE_HANDLING: 'CASE_HANDLING',
  PAYMENT: 'PAYMENT',
  LEGAL_DUTY: 'LEGAL_DUTY',
} as const;

registerEnumType(UnmaskPurpose, {
  name: 'UnmaskPurpose',
  description: '查看原值的用途 / What a full value is looked at for',
  valuesConfig: {
    CONTACT: { description: '联系本人 / To reach the person' },
    VERIFICATION: { description: '核验身份 / To verify who somebody is' },
    CASE_HANDLING: { description: '办理本人的事项 / To handle a matter of the person' },
    PAYMENT: { description: '发放待遇 / To pay a benefit' },
    LEGAL_DUTY: { description: '履行法定职责 / To do what a law requires' },
  },
});

@InputType('UnmaskInput', { description: '查看一个掩码字段的原值 / See the full value of one masked field' })
export class UnmaskInput {
  @Field(() => ID, { description: '对象的全局 ID，如会员 / Global id of the object, such as a member' })
  id!: string;

  @Field(() => String, { description: '字段名，如 phone / Name of the field, such as phone' })
  field!: string;

  @Field(() => UnmaskPurpose, { description: '用途，记入审计 / Purpose; it stands in the audit' })
  purpose!: keyof typeof UnmaskPurpose;

  @Field(() => String, { description: '理由，2–200 字 / Reason, 2 to 200 characters' })
  reason!: string;
}

@ObjectType('UnmaskPayload', { simpleResolvers: true, description: '原值 / The full value' })
export class UnmaskPayload extends Payload {
  @Field(() => String, { nullable: true, description: '原值，不得保存 / The full value; do not keep it' })
  value?: string | null;
}
