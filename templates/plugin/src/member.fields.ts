import {
  Args,
  Ctx,
  FieldResolver,
  type Page,
  PageArgs,
  Permission,
  type RequestContext,
  Resolver,
  Root,
} from 'lianxin/kernel';
import { Member, type MemberRow } from 'lianxin/modules/members';
import type { EntryRow } from './entry.node.js';
import { entriesOfMember } from './entry.repository.js';
import { SamplePluginEntryConnection } from './entry.type.js';

/** What this plugin adds to the members of the core. */
@Resolver(() => Member)
export class EntriesOfMember {
  @FieldResolver(() => SamplePluginEntryConnection, {
    nullable: true,
    description: '样例插件中该会员的记录 / Entries of Sample plugin about the member',
  })
  @Permission('sample-plugin:read')
  samplePluginEntries(
    @Root() member: MemberRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<EntryRow>> {
    return entriesOfMember(ctx, member.id, page);
  }
}
