import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, Node } from '../../../kernel/index.js';

export const MembershipKind = { PRIMARY: 'PRIMARY', SECONDARY: 'SECONDARY' } as const;

export const MembershipEndReason = {
  LEFT: 'LEFT',
  RETIRED: 'RETIRED',
  DECEASED: 'DECEASED',
  TRANSFERRED: 'TRANSFERRED',
  TRANSFERRED_OUT: 'TRANSFERRED_OUT',
  COVERAGE_ENDED: 'COVERAGE_ENDED',
} as const;

export type MembershipKind = keyof typeof MembershipKind;
export type MembershipEndReason = keyof typeof MembershipEndReason;

registerEnumType(MembershipKind, {
  name: 'MembershipKind',
  description: '会籍种类 / Kind of membership',
  valuesConfig: {
    PRIMARY: { description: '主会籍，同时只有一个 / Primary; one at a time' },
    SECONDARY: { description: '二次覆盖：联合工会的会籍 / Second coverage, in a joint union' },
  },
});

registerEnumType(MembershipEndReason, {
  name: 'MembershipEndReason',
  description: '会籍终止的原因 / Why a membership ended',
  valuesConfig: {
    LEFT: { description: '离会 / Left' },
    RETIRED: { description: '退休 / Retired' },
    DECEASED: { description: '去世 / Died' },
    TRANSFERRED: {
      description: '转到本区另一工会，只由转接产生 / Moved to another union here; made by a transfer only',
    },
    TRANSFERRED_OUT: { description: '转出本区 / Moved to another district' },
    COVERAGE_ENDED: { description: '二次覆盖结束 / Second coverage ended' },
  },
});

@ObjectType('Membership', {
  implements: Node,
  simpleResolvers: true,
  description: '一段会籍，自 since 起有效，到 until 之前为止 / A stretch of membership, from since until before until',
})
export class Membership extends Node {
  @Field(() => MembershipKind, { description: '种类 / Kind' })
  kind!: string;

  @Field(() => DateScalar, { description: '生效日 / First day in force' })
  since!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '失效日，当日已不再有效；空为仍然有效 / First day no longer in force; null while it lasts',
  })
  until!: string | null;

  @Field(() => MembershipEndReason, { nullable: true, description: '终止原因 / Why it ended' })
  reasonEnded!: string | null;

  @Field(() => String, { description: '说明，如转接的理由 / In words, such as the reason of a transfer' })
  note!: string;

  @Field(() => Int, { description: '版本号，修改时作为 expectedVersion / Version, for expectedVersion of a change' })
  version!: number;
}

export const MembershipConnection = connectionOf(() => Membership, 'Membership');
