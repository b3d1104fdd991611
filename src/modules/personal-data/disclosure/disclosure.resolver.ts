import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs, Permission, type RequestContext, shownValue } from '../../../kernel/index.js';
import type { DisclosureRow } from './disclosure.node.js';
import { pageOfDisclosures } from './disclosure.repository.js';
import { Disclosure, DisclosureConnection } from './disclosure.type.js';

@Resolver(() => Disclosure)
export class DisclosureResolver {
  @Query(() => DisclosureConnection, {
    description: '本区的披露记录，新的在前 / Disclosures of personal data in the district, newest first',
  })
  @Permission('personal-data:read-disclosures')
  disclosures(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<DisclosureRow>> {
    return pageOfDisclosures(ctx, page);
  }

  @FieldResolver(() => [String], {
    description: '字段；所属模块关闭的不列 / Fields, without those of modules that are off',
  })
  fields(@Root() { fields }: DisclosureRow, @Ctx() ctx: RequestContext): string[] {
    return (fields as readonly string[]).filter((field) => !ctx.hides(field) && !ctx.hides(field.split('.')[0]!));
  }

  @FieldResolver(() => String, { description: '用途 / Purpose' })
  purpose(@Root() { purpose }: DisclosureRow, @Ctx() ctx: RequestContext): string {
    return shownValue(ctx, 'UnmaskPurpose', purpose);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '工作人员所述理由 / Reason the officer gave',
  })
  reason(@Root() { reason }: DisclosureRow): string | null {
    return reason || null;
  }
}
