import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, Node } from '../../../kernel/index.js';

export const ExportStatus = {
  AWAITS_APPROVAL: 'AWAITS_APPROVAL',
  QUEUED: 'QUEUED',
  READY: 'READY',
  REJECTED: 'REJECTED',
  FAILED: 'FAILED',
  EXPIRED: 'EXPIRED',
} as const;
export type ExportStatus = keyof typeof ExportStatus;

registerEnumType(ExportStatus, {
  name: 'ExportStatus',
  description: '导出的状态 / Status of an export',
  valuesConfig: {
    AWAITS_APPROVAL: { description: '等待第二人审批 / Waiting for a second person' },
    QUEUED: { description: '正在生成 / Being written' },
    READY: { description: '可下载 / Can be fetched' },
    REJECTED: { description: '未批准 / Rejected' },
    FAILED: {
      description: '未能生成，如申请人已无权限 / Not written, for example because the requester lost the permission',
    },
    EXPIRED: { description: '已过期，文件已销毁 / Expired; the file is destroyed' },
  },
});

@ObjectType('Export', {
  implements: Node,
  simpleResolvers: true,
  description: '一次名单导出 / A list that somebody asked for as a file',
})
export class Export extends Node {
  @Field(() => String, { description: '名单代码，见 exportLists / Code of the list, see exportLists' })
  list!: string;

  @Field(() => String, { description: '用途 / What for' })
  purpose!: string;

  @Field(() => String, {
    nullable: true,
    description: '外部接收方；不出本会的为空 / Who gets it outside; null when it stays inside',
  })
  recipient!: string | null;

  @Field(() => ExportStatus, { description: '状态 / Status' })
  status!: string;

  @Field(() => Int, { description: '申请时可见的行数 / Rows that the requester could see when asking' })
  countedRows!: number;

  @Field(() => Int, { nullable: true, description: '文件中的行数 / Rows in the file' })
  writtenRows!: number | null;

  @Field(() => String, { description: '申请人 / Who asked' })
  requesterName!: string;

  @Field(() => String, { nullable: true, description: '审批人 / Who decided' })
  deciderName!: string | null;

  @Field(() => String, { description: '审批意见 / Reason of the decision' })
  decisionReason!: string;

  @Field(() => Int, { description: '版本号，审批时作为 expectedVersion / Version, for expectedVersion of a decision' })
  version!: number;
}

export const ExportConnection = connectionOf(() => Export, 'Export');

@ObjectType('ExportList', { simpleResolvers: true, description: '可导出的名单 / A list that can be exported' })
export class ExportListType {
  @Field(() => String, { description: '代码 / Code' })
  code!: string;

  @Field(() => String, { description: '名称 / Title' })
  title!: string;

  @Field(() => [String], { description: '列名 / Titles of its columns' })
  columns!: readonly string[];
}
