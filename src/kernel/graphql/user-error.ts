import { Field, ObjectType } from 'type-graphql';
import { JsonObjectScalar } from './json-scalars.js';
import type { UserErrorShape } from '../errors/refusal.js';

@ObjectType('UserError', {
  simpleResolvers: true,
  description:
    '可预期的拒绝：稳定的代码和调用者语言的说明 / An expected refusal: a stable code and a message in the caller’s language',
})
export class UserError implements UserErrorShape {
  @Field(() => String, { description: '稳定代码，见 docs/errors.md / Stable code, see docs/errors.md' })
  code!: string;

  @Field(() => String, { description: '给人看的说明 / Message for people' })
  message!: string;

  @Field(() => [String], { description: '出错的参数路径 / Path of the argument concerned' })
  path!: readonly string[];

  @Field(() => Boolean, { description: '原样重试是否可能成功 / Whether the same request may succeed later' })
  retryable!: boolean;

  @Field(() => JsonObjectScalar, { nullable: true, description: '说明中的数值 / Values named in the message' })
  details!: UserErrorShape['details'];
}

/** Base of every mutation payload. The kernel fills `userErrors`; a resolver returns the rest. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Field(() => [UserError], { description: '拒绝原因；为空即成功 / Reasons of refusal; empty means success' })
  userErrors?: UserErrorShape[];
}
