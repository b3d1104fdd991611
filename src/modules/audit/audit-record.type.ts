import type { InferEntity } from '@mikro-orm/core';
import { type SqlBool, sql } from 'kysely';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import {
  connectionOf,
  DateTimeScalar,
  defineNode,
  type FieldChange,
  JsonScalar,
  type RowOf,
  scopesOf,
} from '../../kernel/index.js';
import { AuditRecordEntity } from './audit-record.entity.js';
import { hiddenKinds } from './hidden.js';

export const AuditVerb = {
  CREATE: 'CREATE',
  UPDATE: 'UPDATE',
  DELETE: 'DELETE',
  IMPORT: 'IMPORT',
  READ: 'READ',
  REFUSED: 'REFUSED',
} as const;

registerEnumType(AuditVerb, {
  name: 'AuditVerb',
  description: '发生了什么 / What happened',
  valuesConfig: {
    CREATE: { description: '新增 / Created' },
    UPDATE: { description: '修改 / Changed' },
    DELETE: { description: '删除 / Removed' },
    IMPORT: { description: '批量导入 / Imported in bulk' },
    READ: { description: '查看敏感内容 / Sensitive data was read' },
    REFUSED: { description: '因无权限被拒绝 / Refused for want of a permission' },
  },
});

@ObjectType('AuditFieldChange', { simpleResolvers: true, description: '一个字段的变化 / How one field changed' })
export class AuditFieldChange implements FieldChange {
  @Field(() => String, { description: '字段 / Field' })
  field!: string;

  @Field(() => JsonScalar, { nullable: true, description: '原值 / Value before' })
  before?: unknown;

  @Field(() => JsonScalar, { nullable: true, description: '新值 / Value after' })
  after?: unknown;

  @Field(() => Boolean, {
    nullable: true,
    description: '个人信息：只记变化，不记内容 / Personal data: that it changed is on record, to what is not',
  })
  sealed?: true;
}

@ObjectType('AuditRecord', {
  simpleResolvers: true,
  description: '一条审计记录，只增不改 / One record of the audit; records are only ever added',
})
export class AuditRecord {
  @Field(() => String, { description: '编号，后写的更大 / Number; later records have higher ones' })
  id!: string;

  @Field(() => DateTimeScalar, { description: '时间 / When' })
  at!: string;

  @Field(() => String, {
    nullable: true,
    description: '经由哪个接入应用 / The registered client through which the actor worked',
  })
  clientName?: string | null;

  @Field(() => AuditVerb, { description: '种类 / Kind' })
  verb!: string;

  @Field(() => String, { description: '被改动的记录的种类 / Kind of the record that changed' })
  entity!: string;

  @Field(() => String, { description: '请求号，与日志相同 / Request id, as in the log' })
  requestId!: string;
}

export type AuditRecordRow = RowOf<InferEntity<typeof AuditRecordEntity>>;

/** Records about things of modules that are off are kept, and shown again when the module is on. */
export const auditRecords = defineNode(AuditRecordEntity, (ctx) => {
  if (scopesOf(ctx.principal, 'audit:read').length === 0) return false;
  const hidden = hiddenKinds(ctx);
  if (hidden.length === 0) return true;
  return sql<SqlBool>`(node.entity <> all(${hidden}::text[]) and node.node_type <> all(${hidden}::text[]))`;
});

export const AuditRecordConnection = connectionOf<AuditRecordRow>(() => AuditRecord, 'AuditRecord');
