import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs, Permission, type RequestContext } from '../../../kernel/index.js';
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

  @FieldResolver(() => String, {
    nullable: true,
    description: '工作人员所述理由 / Reason the officer gave',
  })
  reason(@Root() { reason }: DisclosureRow): string | null {
    return reason || null;
  }
}
