import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, Node } from '../../../kernel/index.js';

export const ErasureStatus = {
  AWAITS_APPROVAL: 'AWAITS_APPROVAL',
  SCHEDULED: 'SCHEDULED',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
  REFUSED: 'REFUSED',
} as const;

export type ErasureStatus = keyof typeof ErasureStatus;

registerEnumType(ErasureStatus, {
  name: 'ErasureStatus',
  description: '删除申请的状态 / Status of a request for erasure',
  valuesConfig: {
    AWAITS_APPROVAL: { description: '待第二人批准 / Waits for a second person' },
    SCHEDULED: { description: '本人申请，到期执行 / Asked for by the person, carried out when due' },
    DONE: { description: '已删除 / Carried out' },
    CANCELLED: { description: '已取消 / Taken back or turned down' },
    REFUSED: {
      description:
        '到期时会籍有效或有待审申请，未执行 / Not carried out: a membership or application was in force when due',
    },
  },
});

@ObjectType('ErasureRequest', {
  implements: Node,
  simpleResolvers: true,
  description: '删除一人数据的申请 / A request to erase a person',
})
export class ErasureRequest extends Node {
  @Field(() => ErasureStatus, { description: '状态 / Status' })
  status!: string;

  @Field(() => String, { description: '理由；删除后为空 / Reason; empty once carried out' })
  reason!: string;

  @Field(() => Boolean, { description: '是否本人申请 / Whether the person asked' })
  own!: boolean;

  @Field(() => DateScalar, { nullable: true, description: '执行日期，仅本人申请 / Day it is due; own requests only' })
  dueOn!: string | null;

  @Field(() => Int, { description: '版本号，修改时作为 expectedVersion / Version, for expectedVersion of a change' })
  version!: number;
}

export const ErasureRequestConnection = connectionOf(() => ErasureRequest, 'ErasureRequest');
