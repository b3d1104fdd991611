import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, type Page, PageArgs, Permission, type RequestContext, say } from '../../../kernel/index.js';
import { DOWNLOAD_SECONDS, issueAddress } from '../../attachments/index.js';
import { Organization, type OrganizationRow, organizationNode } from '../../organizations/index.js';
import { decideExport } from './decision.service.js';
import { fetchable } from './download.service.js';
import {
  ApproveExportInput,
  ExportFilter,
  ExportPayload,
  RejectExportInput,
  RequestExportInput,
} from './export.inputs.js';
import { type ExportRow, exportNode } from './export.node.js';
import { pageOfExports } from './export.repository.js';
import { Export, ExportConnection, ExportListType } from './export.type.js';
import { exportLists } from './lists.js';
import { requestExport } from './request.service.js';

@Resolver(() => Export)
export class ExportResolver {
  @Query(() => [ExportListType], { description: '可导出的名单 / Lists that can be exported' })
  @Permission('export:request')
  exportLists(@Ctx() ctx: RequestContext): ExportListType[] {
    return [...exportLists(ctx)].map(([code, { title, columns }]) => ({
      code,
      title: say(title, ctx.locale),
      columns: Object.values(columns).map((column) => say(column.title, ctx.locale)),
    }));
  }

  @Query(() => ExportConnection, {
    description: '可见的导出，新的在前 / Exports that the caller may see, newest first',
  })
  @Permission('export:read')
  exports(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ExportFilter, { nullable: true, description: '筛选 / Which of them' })
    filter: ExportFilter | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<ExportRow>> {
    return pageOfExports(ctx, page, filter?.status);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: '限于此组织及其下级 / Only of this organization and below it',
  })
  within(@Root() row: ExportRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow | null> | null {
    return row.organizationId === null ? null : organizationNode.load(ctx, row.organizationId);
  }

  @FieldResolver(() => DateTimeScalar, { description: '申请时间 / When it was asked for' })
  requestedAt(@Root() row: ExportRow): Date {
    return new Date(row.requestedAt);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: '文件销毁时间 / When the file is destroyed' })
  expiresAt(@Root() row: ExportRow): Date | null {
    return row.expiresAt === null ? null : new Date(row.expiresAt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      '一次性下载地址，60 秒内有效，只给申请人 / Single-use address to GET, good for 60 seconds, for the requester alone',
  })
  downloadAddress(@Root() row: ExportRow, @Ctx() ctx: RequestContext): Promise<string> | null {
    if (!fetchable(ctx, row)) return null;
    return issueAddress(
      ctx,
      '/exports/download',
      { use: 'DOWNLOAD', type: 'Export', seconds: DOWNLOAD_SECONDS },
      row.id,
    );
  }

  @Mutation(() => ExportPayload, {
    description: '申请导出；超过限额须第二人审批 / Asks for an export; above the limit a second person must approve',
  })
  @Permission('export:request')
  async requestExport(
    @Arg('input', () => RequestExportInput, { description: '输入 / Input' }) input: RequestExportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ExportPayload> {
    return { export: await exportNode.load(ctx, await requestExport(ctx, input)) };
  }

  @Mutation(() => ExportPayload, { description: '批准他人的导出 / Approves somebody else’s export' })
  @Permission('export:approve')
  async approveExport(
    @Arg('input', () => ApproveExportInput, { description: '输入 / Input' }) input: ApproveExportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ExportPayload> {
    return { export: await exportNode.load(ctx, await decideExport(ctx, input, 'APPROVE')) };
  }

  @Mutation(() => ExportPayload, { description: '不批准他人的导出 / Rejects somebody else’s export' })
  @Permission('export:approve')
  async rejectExport(
    @Arg('input', () => RejectExportInput, { description: '输入 / Input' }) input: RejectExportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ExportPayload> {
    return { export: await exportNode.load(ctx, await decideExport(ctx, input, 'REJECT')) };
  }
}
