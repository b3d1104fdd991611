import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../kernel/index.js';

@ObjectType('ClientKey', { simpleResolvers: true, description: '应用的一个密钥 / A key of a client' })
export class ClientKey {
  @Field(() => ID, { description: '密钥编号 / Id of the key' })
  id!: string;

  @Field(() => String, { description: '密钥开头，供辨认 / What it begins with, to tell keys apart' })
  prefix!: string;

  @Field(() => DateTimeScalar, { description: '发放时间 / When it was issued' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: '到期时间 / When it ends' })
  expiresAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '最近使用时间，精确到一分钟 / When it was last used, to a minute',
  })
  lastUsedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '吊销时间 / When it was revoked' })
  revokedAt!: string | null;
}
