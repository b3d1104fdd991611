import { v7 as uuidv7 } from 'uuid';
import {
  actsAlone,
  actsThroughThirdParty,
  kernelErrors,
  localId,
  lockFor,
  Problems,
  type RequestContext,
  refuse,
  say,
  toGlobalId,
} from '../../../kernel/index.js';
import { ApiClientEntity } from '../client/client.entity.js';
import { errors } from '../errors.js';
import { inForce } from '../scopes.js';
import { ClientConsentEntity } from './consent.entity.js';
import type { AllowClientInput, WithdrawClientInput } from './consent.inputs.js';
import { type AccessRow, accessTo, allowedClients } from './consent.repository.js';
import type { ClientAccess } from './consent.type.js';

/**
 * Lets a third party's client use these permissions in the caller's name, as far as the caller holds them. Replaces what
 * was allowed before. Only in person: a program that could consent for somebody would need no consent.
 */
export async function allowClient(ctx: RequestContext, input: AllowClientInput): Promise<ClientAccess | null> {
  const principalId = inPerson(ctx);
  const clientId = localId('Client', input.clientId, ['input', 'clientId']);
  if (input.expiresAt && input.expiresAt <= ctx.facts.startedAt) {
    throw refuse(errors.CLIENT_CONSENT_EXPIRY_INVALID, { path: ['input', 'expiresAt'] });
  }
  await ctx.transaction(async (tx) => {
    await lockFor(tx, `clients:consent:${principalId}`);
    const client = await tx.em.findOne(ApiClientEntity, { id: clientId, status: 'ACTIVE' });
    if (!client) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'clientId'] });
    if (client.firstParty) throw refuse(errors.CLIENT_NOT_FOR_CONSENT, { path: ['input', 'clientId'] });
    refuseNotAsked(input.permissions, inForce(tx, client.scopes));
    await endConsent(tx, clientId, principalId);
    const permissions = [...new Set(input.permissions)].sort();
    const consent = { id: uuidv7(), clientId, principalId, permissions, expiresAt: input.expiresAt };
    tx.em.persist(tx.em.create(ClientConsentEntity, consent));
    await tx.emit('client.allowed', { clientId, accountId: principalId });
  });
  // Suspended in this very moment, the client is shown to nobody any more; the consent stands.
  const access = await accessTo(ctx, principalId, { id: clientId });
  return access && shown(ctx, access);
}

/** Takes back everything that was allowed to a client; it stops within seconds. Errors: NOT_FOUND without consent. */
export async function withdrawClient(ctx: RequestContext, input: WithdrawClientInput): Promise<ClientAccess | null> {
  const principalId = inPerson(ctx);
  const clientId = localId('Client', input.clientId, ['input', 'clientId']);
  await ctx.transaction(async (tx) => {
    await lockFor(tx, `clients:consent:${principalId}`);
    if (!(await endConsent(tx, clientId, principalId))) {
      throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'clientId'] });
    }
    await tx.emit('client.withdrawn', { clientId, accountId: principalId });
  });
  const access = await accessTo(ctx, principalId, { id: clientId });
  return access && shown(ctx, access);
}

/** What a third party's client asks for and was allowed: what a front end shows before it asks for consent. */
export async function clientAccess(ctx: RequestContext, externalClientId: string): Promise<ClientAccess | null> {
  const access = await accessTo(ctx, inPerson(ctx), { externalClientId });
  return access && shown(ctx, access);
}

/** All clients that the caller has allowed something. */
export async function clientsAllowed(ctx: RequestContext): Promise<ClientAccess[]> {
  return (await allowedClients(ctx, inPerson(ctx))).map((access) => shown(ctx, access));
}

/** The caller's account, unless a third party's program stands between, or a program acts by itself. */
function inPerson({ principal }: RequestContext): string {
  if (!principal) throw refuse(kernelErrors.UNAUTHENTICATED);
  if (actsAlone(principal) || actsThroughThirdParty(principal)) throw refuse(errors.CLIENT_MAY_NOT_CONSENT);
  return principal.id;
}

function refuseNotAsked(permissions: readonly string[], scopes: ReadonlySet<string>): void {
  const problems = new Problems();
  for (const [index, scope] of permissions.entries()) {
    if (!scopes.has(scope)) {
      problems.add(errors.CLIENT_SCOPE_NOT_ASKED, ['input', 'permissions', String(index)], { scope });
    }
  }
  problems.throwIfAny();
}

/** Ends the consent that stands, if any. It stays on record. */
async function endConsent(tx: RequestContext, clientId: string, principalId: string): Promise<boolean> {
  const standing = await tx.em.findOne(ClientConsentEntity, { clientId, principalId, withdrawnAt: null });
  if (!standing) return false;
  standing.withdrawnAt = tx.facts.startedAt;
  // Before the next one begins: the table allows one that stands.
  await tx.em.flush();
  return true;
}

function shown(ctx: RequestContext, { id, name, kind, scopes, allowed, since, expiresAt }: AccessRow): ClientAccess {
  const asks = [...inForce(ctx, scopes)].map((code) => {
    const title = ctx.declared('permissions', code)?.title;
    return { code, title: say(title ?? { zh: code, en: code }, ctx.locale) };
  });
  const told = (allowed ?? []).filter((code) => !ctx.hides(code));
  return { clientId: toGlobalId('Client', id), name, kind, asks, allowed: told, since, expiresAt };
}
