import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs, Permission, type RequestContext } from '../../kernel/index.js';
import { Member, type MemberRow } from '../members/index.js';
import { AuditRecordConnection, type AuditRecordRow } from './audit-record.type.js';
import { historyOf } from './history.repository.js';

@Resolver(() => Member)
export class MemberHistory {
  @FieldResolver(() => AuditRecordConnection, {
    nullable: true,
    description: '变更历史，新的在前；审计员可见 / Its history, newest first; for auditors',
  })
  @Permission('audit:read')
  history(
    @Root() member: MemberRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<AuditRecordRow>> {
    return historyOf(ctx, member.id, page, 'member');
  }
}
