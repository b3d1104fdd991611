import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../../kernel/index.js';
import type { ExportRow } from './export.node.js';
import { Export, ExportStatus } from './export.type.js';

@InputType('ExportFilter', { description: '导出筛选 / Which exports' })
export class ExportFilter {
  @Field(() => ExportStatus, { nullable: true, description: '状态 / Status' })
  status?: ExportStatus | null;
}

@InputType('RequestExportInput', { description: '申请导出一份名单 / A list asked for as a file' })
export class RequestExportInput {
  @Field(() => String, { description: '名单代码，见 exportLists / Code of the list, see exportLists' })
  list!: string;

  @Field(() => ID, { nullable: true, description: '只要此组织及其下级的 / Only of this organization and below it' })
  withinId?: string | null;

  @Field(() => String, { description: '用途，2–200 字，不写个人信息 / What for, 2–200 characters, naming no person' })
  purpose!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '提供给外部的，写明接收方，记入每人的披露记录 / Who gets it, when it leaves the federation; logged as a disclosure of every person in it',
  })
  recipient?: string | null;
}

@InputType('ApproveExportInput', { description: '批准导出 / An export to be approved' })
export class ApproveExportInput {
  @Field(() => ID, { description: '导出 / The export' })
  exportId!: string;

  @Field(() => Int, { description: '您所见的版本号 / The version you have seen' })
  expectedVersion!: number;
}

@InputType('RejectExportInput', { description: '不批准导出 / An export to be rejected' })
export class RejectExportInput extends ApproveExportInput {
  @Field(() => String, { description: '理由，2–200 字 / Reason, 2–200 characters' })
  reason!: string;
}

@ObjectType('ExportPayload', { simpleResolvers: true, description: '导出的变更结果 / What became of an export' })
export class ExportPayload extends Payload {
  @Field(() => Export, { nullable: true, description: '导出 / The export' })
  export?: ExportRow | null;
}
