import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../../kernel/index.js';
import { ErasureRequest, ErasureStatus } from './erasure.type.js';

@InputType('ErasePersonInput', { description: '申请删除一人的数据 / A request to erase a person' })
export class ErasePersonInput {
  @Field(() => ID, { description: '会员 / The member' })
  memberId!: string;

  @Field(() => String, { description: '理由，2–200 字 / Reason, 2 to 200 characters' })
  reason!: string;
}

@InputType('DecideErasureInput', { description: '对删除申请的处理 / A decision on a request for erasure' })
export class DecideErasureInput {
  @Field(() => ID, { description: '删除申请 / The request' })
  requestId!: string;

  @Field(() => Int, { description: '您所见的版本 / The version you saw' })
  expectedVersion!: number;
}

@InputType('ErasureRequestFilter', { description: '删除申请的筛选 / Which requests for erasure' })
export class ErasureRequestFilter {
  @Field(() => ErasureStatus, { nullable: true, description: '状态 / Status' })
  status?: ErasureStatus | null;
}

@ObjectType('ErasureRequestPayload', {
  simpleResolvers: true,
  description: '删除申请的结果 / Outcome for a request for erasure',
})
export class ErasureRequestPayload extends Payload {
  @Field(() => ErasureRequest, { nullable: true, description: '申请的现状 / The request as it is now' })
  request?: object | null;
}
