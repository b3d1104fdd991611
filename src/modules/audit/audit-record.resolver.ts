import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  type FieldChange,
  isOpenEverywhere,
  kernelErrors,
  localId,
  type Page,
  PageArgs,
  Permission,
  parseGlobalId,
  type RequestContext,
  refuse,
  shownValue,
  toGlobalId,
} from '../../kernel/index.js';
import { accountName, pageOfAuditRecords } from './audit-record.repository.js';
import { AuditFieldChange, AuditRecord, AuditRecordConnection, type AuditRecordRow } from './audit-record.type.js';
import { AuditFilter } from './audit.inputs.js';
import { shownAction, withoutHiddenNames } from './hidden.js';

/** How the kernel writes an actor who may be erased: without the name. */
const NAMELESS = 'account:';
/** How it writes the system, before the name of what it does. */
const SYSTEM = 'system';

@Resolver(() => AuditRecord)
export class AuditRecordResolver {
  @Query(() => AuditRecordConnection, {
    description: '本区的审计记录，新的在前；审计员可见 / Records of the district, newest first; for auditors',
  })
  @Permission('audit:read')
  auditRecords(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditFilter, { nullable: true, description: '筛选 / Which of them' })
    filter: AuditFilter | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<AuditRecordRow>> {
    const { actorId, nodeId, ...rest } = filter ?? {};
    return pageOfAuditRecords(ctx, page, {
      ...rest,
      actorId: actorId == null ? null : localId('Account', actorId, ['filter', 'actorId']),
      nodeId: nodeId == null ? null : anyLocalId(nodeId),
    });
  }

  @FieldResolver(() => ID, { nullable: true, description: '操作者的账号 / Account of the actor' })
  actorId(@Root() { actorId }: AuditRecordRow): string | null {
    return actorId && toGlobalId('Account', actorId);
  }

  @FieldResolver(() => String, {
    description:
      '操作者；会员本人的姓名随账号而变 / Who; members acting for themselves are named as their account is now',
  })
  async actorName(@Root() { actorId, actorName }: AuditRecordRow, @Ctx() ctx: RequestContext): Promise<string> {
    const [actor, doing] = actorName.split(/:(.*)/s);
    if (actor === SYSTEM && doing && shownAction(ctx, doing) === null) return SYSTEM;
    if (!actorId || !actorName.startsWith(NAMELESS)) return actorName;
    return (await accountName(ctx, actorId)) ?? '';
  }

  @FieldResolver(() => String, {
    description:
      '操作，如 moveOrganization；所属模块已关闭的为空文本 / What was done, such as moveOrganization; an empty text for what a module does that is off',
  })
  action(@Root() { action }: AuditRecordRow, @Ctx() ctx: RequestContext): string {
    return shownAction(ctx, action) ?? '';
  }

  @FieldResolver(() => String, { nullable: true, description: '查看的理由 / Why sensitive data was read' })
  purpose(@Root() { purpose }: AuditRecordRow, @Ctx() ctx: RequestContext): string | null {
    return purpose == null ? null : shownValue(ctx, 'UnmaskPurpose', purpose);
  }

  @FieldResolver(() => [AuditFieldChange], {
    description:
      '字段变化；查看时为所看字段；无权读取的字段只记变化 / Changed fields; of a read, those read; of what you may not read, only that it changed',
  })
  changes(@Root() { entity, changes }: AuditRecordRow, @Ctx() ctx: RequestContext): readonly FieldChange[] {
    return withoutHiddenNames(ctx, entity, changes).map((change) => {
      const valueless = change.before === undefined && change.after === undefined;
      return valueless || isOpenEverywhere(ctx, entity, change.field) ? change : { field: change.field, sealed: true };
    });
  }

  @FieldResolver(() => ID, { description: '所属对象 / The object in whose history it appears' })
  nodeId(@Root() { nodeType, nodeId }: AuditRecordRow): string {
    return toGlobalId(nodeType, nodeId);
  }
}

/** Of whatever type: objects that are gone, and types of modules that are off, keep their records. */
function anyLocalId(id: string): string {
  const parsed = parseGlobalId(id);
  if (!parsed) throw refuse(kernelErrors.NOT_FOUND, { path: ['filter', 'nodeId'] });
  return parsed.uuid;
}
