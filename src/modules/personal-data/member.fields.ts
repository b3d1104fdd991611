import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs, type RequestContext } from '../../kernel/index.js';
import { Member, type MemberRow } from '../members/index.js';
import type { ConsentRow } from './consent/consent.node.js';
import { consentsOf } from './consent/consent.repository.js';
import { ConsentConnection } from './consent/consent.type.js';
import type { DisclosureRow } from './disclosure/disclosure.node.js';
import { disclosuresOf } from './disclosure/disclosure.repository.js';
import { DisclosureConnection } from './disclosure/disclosure.type.js';

@Resolver(() => Member)
export class PersonalDataOfMember {
  @FieldResolver(() => ConsentConnection, {
    description: '同意的登记，新的在前 / Consents, newest first',
  })
  consents(
    @Root() member: MemberRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<ConsentRow>> {
    return consentsOf(ctx, member.id, page);
  }

  @FieldResolver(() => DisclosureConnection, {
    description:
      '谁看过、得到过原值，新的在前；本人和审计员可见，对他人为空 / Who was shown or given data, newest first; for the person and auditors, empty to others',
  })
  disclosures(
    @Root() member: MemberRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<DisclosureRow>> {
    return disclosuresOf(ctx, member.id, page);
  }
}
