import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar, Reads } from '../../kernel/index.js';
import { AuditVerb } from './audit-record.type.js';

@InputType('AuditFilter', { description: '审计记录筛选，各条件同时成立 / Which records; all conditions together' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: '操作者的账号 / Account of the actor' })
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: '所属对象 / The object in whose history they appear' })
  nodeId?: string | null;

  @Field(() => String, { nullable: true, description: '操作，如 moveOrganization / What was done' })
  action?: string | null;

  @Field(() => AuditVerb, { nullable: true, description: '种类 / Kind' })
  verb?: keyof typeof AuditVerb | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '不早于 / Not before this time' })
  @Reads('AuditRecord.at')
  since?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '早于 / Before this time' })
  @Reads('AuditRecord.at')
  until?: Date | null;
}
