import type { InferEntity } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, defineNode, type RowOf, scopesOf } from '../../kernel/index.js';
import { AuditSealEntity } from './audit-seal.entity.js';

@ObjectType('AuditSeal', {
  simpleResolvers: true,
  description:
    '一次封存：一批审计记录的哈希，与前一次相连 / One seal over a batch of audit records, chained to the one before',
})
export class AuditSeal {
  @Field(() => String, { description: '序号，从 1 起不间断 / 1, 2, 3 … without gaps' })
  number!: string;

  @Field(() => DateTimeScalar, { description: '封存时间 / When it was made' })
  sealedAt!: string;

  @Field(() => Int, { description: '记录条数 / How many records it covers' })
  records!: number;

  @Field(() => String, { description: '所含最后一条记录的编号 / Number of the last record it covers' })
  lastId!: string;
}

export type AuditSealRow = RowOf<InferEntity<typeof AuditSealEntity>>;

export const auditSeals = defineNode(AuditSealEntity, (ctx) => scopesOf(ctx.principal, 'audit:read').length > 0);

export const AuditSealConnection = connectionOf<AuditSealRow>(() => AuditSeal, 'AuditSeal');
