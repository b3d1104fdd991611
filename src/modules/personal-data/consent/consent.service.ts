import type { InferEntity } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { type ConsentDefinition, lockFor, localId, type RequestContext, refuse, say } from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { assertOwnOrMay, isOwn } from '../person.repository.js';
import { ConsentEntity } from './consent.entity.js';
import type { GiveConsentInput, WithdrawConsentInput } from './consent.inputs.js';
import { consents, type ConsentRow } from './consent.node.js';
import { keepText, versionsAgreedTo } from './consent.repository.js';
import type { ConsentPurpose } from './consent.type.js';

/** Purposes of the modules that the district has on, with their texts in the caller's language. */
export function consentPurposes(ctx: RequestContext): ConsentPurpose[] {
  return ctx.plugins
    .flatMap((plugin) => Object.entries(plugin.consents ?? {}))
    .map(([purpose, { title, text, version }]) => ({
      purpose,
      textVersion: version,
      title: say(title, ctx.locale),
      text: say(text, ctx.locale),
    }));
}

/**
 * Asserts that the person agrees to a purpose as it is worded today: for services, before they do what needs it.
 * Persons of the same tick are read with one statement.
 * Errors: CONSENT_MISSING, also after a withdrawal or for an older version; a plain Error for a purpose that no
 * installed module declares, which is a fault of the caller.
 */
export async function assertConsent(ctx: RequestContext, memberId: string, purpose: string): Promise<void> {
  const declared = ctx.kernel.registry.lookup('consents', purpose);
  if (!declared) throw new Error(`no module declares the purpose of consent '${purpose}'`);
  if ((await versionsAgreedTo(ctx, memberId)).get(purpose) === declared.version) return;
  throw refuse(errors.CONSENT_MISSING, { details: { purpose } });
}

/**
 * Records that a person agrees to the text in force: by the person, or by an officer who holds the signed paper. Given
 * twice, it stays the first one; a consent to an older text ends.
 * Errors: NOT_FOUND, FORBIDDEN, CONSENT_PURPOSE_UNKNOWN, CONSENT_VERSION_OUTDATED.
 */
export async function giveConsent(ctx: RequestContext, input: GiveConsentInput): Promise<ConsentRow | null> {
  const memberId = localId('Member', input.memberId, ['input', 'memberId']);
  const { purpose } = input;
  const id = await ctx.transaction(async (tx) => {
    await assertOwnOrMay(tx, 'personal-data:consent', memberId, ['input', 'memberId']);
    const declared = offeredConsent(tx, purpose);
    const { version } = declared;
    if (input.textVersion !== version) {
      throw refuse(errors.CONSENT_VERSION_OUTDATED, { path: ['input', 'textVersion'], details: { version } });
    }
    const inForce = await lockedConsent(tx, memberId, purpose);
    if (inForce?.textVersion === version) return inForce.id;
    if (inForce) end(tx, inForce, 'REPLACED');
    await keepText(tx, purpose, declared);
    // The one that is replaced has to be closed before the database sees the new one.
    await tx.em.flush();
    const consent = tx.em.create(
      ConsentEntity,
      {
        id: uuidv7(),
        districtId: tx.district.id,
        memberId,
        purpose,
        textVersion: version,
        givenAt: tx.facts.startedAt,
        givenBy: tx.principal!.id,
        own: isOwn(tx, memberId),
        endedAt: null,
        endedBy: null,
        endedAs: null,
      },
      { persist: true },
    );
    await tx.emit('consent.given', { memberId, purpose });
    return consent.id;
  });
  return consents.load(ctx, id);
}

/**
 * Takes a consent back; whatever asks for it refuses from then on.
 * Errors: NOT_FOUND, FORBIDDEN, CONSENT_MISSING when none is in force.
 */
export async function withdrawConsent(ctx: RequestContext, input: WithdrawConsentInput): Promise<ConsentRow | null> {
  const memberId = localId('Member', input.memberId, ['input', 'memberId']);
  const { purpose } = input;
  const id = await ctx.transaction(async (tx) => {
    await assertOwnOrMay(tx, 'personal-data:consent', memberId, ['input', 'memberId']);
    // Also of a module that was switched off meanwhile: a consent can always be taken back.
    const inForce = await lockedConsent(tx, memberId, purpose);
    if (!inForce) throw refuse(errors.CONSENT_MISSING, { path: ['input', 'purpose'], details: { purpose } });
    end(tx, inForce, 'WITHDRAWN');
    await tx.emit('consent.withdrawn', { memberId, purpose });
    return inForce.id;
  });
  return consents.load(ctx, id);
}

/** The purpose, when a module that the district has on declares it. Errors: CONSENT_PURPOSE_UNKNOWN. */
function offeredConsent(tx: RequestContext, purpose: string): ConsentDefinition {
  const offered = tx.declared('consents', purpose);
  if (offered) return offered;
  throw refuse(errors.CONSENT_PURPOSE_UNKNOWN, { path: ['input', 'purpose'], details: { purpose } });
}

/** The person's consent in force; changes of it wait for each other. */
async function lockedConsent(tx: RequestContext, memberId: string, purpose: string) {
  await lockFor(tx, `personal-data:consent:${memberId}:${purpose}`);
  return tx.em.findOne(ConsentEntity, { memberId, purpose, endedAt: null });
}

function end(tx: RequestContext, consent: InferEntity<typeof ConsentEntity>, as: 'WITHDRAWN' | 'REPLACED'): void {
  consent.endedAt = tx.facts.startedAt;
  consent.endedBy = tx.principal!.id;
  consent.endedAs = as;
}
