import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Mutation,
  type Page,
  PageArgs,
  Permission,
  Query,
  type RequestContext,
  Resolver,
  Root,
} from 'lianxin/kernel';
import { Member, type MemberRow, memberNode } from 'lianxin/modules/members';
import { AddSamplePluginEntryInput, AddSamplePluginEntryPayload } from './entry.inputs.js';
import type { EntryRow } from './entry.node.js';
import { entriesPage } from './entry.repository.js';
import { addEntry } from './entry.service.js';
import { SamplePluginEntry, SamplePluginEntryConnection } from './entry.type.js';

@Resolver(() => SamplePluginEntry)
export class EntryResolver {
  @Query(() => SamplePluginEntryConnection, { description: '样例插件的记录列表 / Entries of Sample plugin' })
  @Permission('sample-plugin:read')
  samplePluginEntries(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<EntryRow>> {
    return entriesPage(ctx, page);
  }

  @FieldResolver(() => Member, { nullable: true, description: '会员 / The member it is about' })
  member(@Root() entry: EntryRow, @Ctx() ctx: RequestContext): Promise<MemberRow | null> {
    return memberNode.load(ctx, entry.memberId);
  }

  @Mutation(() => AddSamplePluginEntryPayload, { description: '新增一条记录 / Makes an entry' })
  @Permission('sample-plugin:write')
  async addSamplePluginEntry(
    @Arg('input', () => AddSamplePluginEntryInput, { description: '内容 / What to note about whom' })
    input: AddSamplePluginEntryInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddSamplePluginEntryPayload> {
    return { entry: await addEntry(ctx, input) };
  }
}
