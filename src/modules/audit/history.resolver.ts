import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import {
  kernelErrors,
  type Page,
  PageArgs,
  Permission,
  parseGlobalId,
  ReadsBy,
  type RequestContext,
  refuse,
} from '../../kernel/index.js';
import { AuditRecordConnection, type AuditRecordRow } from './audit-record.type.js';
import { historyOf } from './history.repository.js';

@Resolver()
export class HistoryResolver {
  @Query(() => AuditRecordConnection, {
    description: '任一对象的变更历史，对象已不在时也可查 / History of any object, also of one that is gone',
  })
  @Permission('audit:read')
  @ReadsBy({ nodeId: { nothing: 'it names whose records to show, and they are for holders of audit:read alone' } })
  history(
    @Arg('nodeId', () => ID, { description: '对象的全局 ID / Global id of the object' }) nodeId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<AuditRecordRow>> {
    const parsed = parseGlobalId(nodeId);
    if (!parsed) throw refuse(kernelErrors.NOT_FOUND, { path: ['nodeId'] });
    return historyOf(ctx, parsed.uuid, page, parsed.type === 'Member' ? 'member' : 'any');
  }
}
