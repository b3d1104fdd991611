import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext, SignedIn } from '../../../kernel/index.js';
import { ConsentPayload, GiveConsentInput, WithdrawConsentInput } from './consent.inputs.js';
import { consentPurposes, giveConsent, withdrawConsent } from './consent.service.js';
import { Consent, ConsentPurpose } from './consent.type.js';

// The person or an officer: which of the two is for the service to tell, so the fields ask for a sign-in alone.
@Resolver(() => Consent)
export class ConsentResolver {
  @Query(() => [ConsentPurpose], {
    description: '需要单独同意的用途 / Purposes that need a consent of their own',
  })
  @SignedIn()
  consentPurposes(@Ctx() ctx: RequestContext): ConsentPurpose[] {
    return consentPurposes(ctx);
  }

  @Mutation(() => ConsentPayload, {
    description: '同意现行文本；本人操作，或由工作人员凭书面同意登记 / Consents to the text in force',
  })
  @SignedIn()
  async giveConsent(
    @Arg('input', () => GiveConsentInput, { description: '输入 / Input' }) input: GiveConsentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConsentPayload> {
    return { consent: await giveConsent(ctx, input) };
  }

  @Mutation(() => ConsentPayload, { description: '撤回同意，即时生效 / Withdraws a consent, at once' })
  @SignedIn()
  async withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, { description: '输入 / Input' }) input: WithdrawConsentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConsentPayload> {
    return { consent: await withdrawConsent(ctx, input) };
  }
}
