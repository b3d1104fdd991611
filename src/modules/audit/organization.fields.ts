import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs, Permission, type RequestContext } from '../../kernel/index.js';
import { Organization, type OrganizationRow } from '../organizations/index.js';
import { AuditRecordConnection, type AuditRecordRow } from './audit-record.type.js';
import { historyOf } from './history.repository.js';

@Resolver(() => Organization)
export class OrganizationHistory {
  @FieldResolver(() => AuditRecordConnection, {
    nullable: true,
    description: '变更历史，新的在前；审计员可见 / Its history, newest first; for auditors',
  })
  @Permission('audit:read')
  history(
    @Root() organization: OrganizationRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<AuditRecordRow>> {
    return historyOf(ctx, organization.id, page);
  }
}
