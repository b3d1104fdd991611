import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, Node } from '../../kernel/index.js';
import type { OfficerRow } from './officer.entity.js';

export const OfficerRole = {
  CHAIR: 'CHAIR',
  VICE_CHAIR: 'VICE_CHAIR',
  COMMITTEE_MEMBER: 'COMMITTEE_MEMBER',
  AUDITOR: 'AUDITOR',
  WOMENS_COMMITTEE: 'WOMENS_COMMITTEE',
} as const;
export type OfficerRole = keyof typeof OfficerRole;

registerEnumType(OfficerRole, {
  name: 'OfficerRole',
  description: '工会干部职务 / Office in a union body',
  valuesConfig: {
    CHAIR: { description: '主席 / Chair' },
    VICE_CHAIR: { description: '副主席 / Vice-chair' },
    COMMITTEE_MEMBER: { description: '委员 / Member of the committee' },
    AUDITOR: { description: '经审委员 / Member of the auditing committee' },
    WOMENS_COMMITTEE: { description: '女职工委员 / Member of the women’s committee' },
  },
});

@ObjectType('Officer', {
  implements: Node,
  simpleResolvers: true,
  description: '工会干部的一个任期 / One term of an officer',
})
export class Officer extends Node {
  @Field(() => String, { description: '姓名 / Name' })
  name!: string;

  @Field(() => OfficerRole, { description: '职务 / Office' })
  role!: OfficerRole;

  @Field(() => DateScalar, { description: '任期开始 / First day of the term' })
  since!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '任期结束，自该日起不再任职 / Day from which the office is no longer held',
  })
  until!: string | null;

  @Field(() => Int, { description: '版本号 / Version' })
  version!: number;
}

export const OfficerConnection = connectionOf<OfficerRow>(() => Officer, 'Officer');
