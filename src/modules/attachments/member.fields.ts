import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs, Permission, type RequestContext } from '../../kernel/index.js';
import { Member, type MemberRow } from '../members/index.js';
import type { AttachmentRow } from './attachment/attachment.node.js';
import { attachmentsOf } from './attachment/attachment.repository.js';
import { AttachmentConnection } from './attachment/attachment.type.js';

@Resolver(() => Member)
export class MemberAttachments {
  @FieldResolver(() => AttachmentConnection, {
    nullable: true,
    description: '附件，按添加次序 / Attached files, in the order in which they were added',
  })
  @Permission('attachment:read')
  attachments(
    @Root() owner: MemberRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<AttachmentRow>> {
    return attachmentsOf(ctx, owner.id, page);
  }
}
