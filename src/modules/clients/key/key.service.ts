import { v7 as uuidv7 } from 'uuid';
import {
  kernelErrors,
  parseGlobalId,
  type RequestContext,
  refuse,
  settingsOf,
  localId,
} from '../../../kernel/index.js';
import { ApiClientEntity } from '../client/client.entity.js';
import { errors } from '../errors.js';
import { inForce, refuseUnlessMayAlone } from '../scopes.js';
import { clientSettings } from '../settings.js';
import { ApiClientKeyEntity } from './key.entity.js';
import type { CreateClientKeyInput, RevokeClientKeyInput } from './key.inputs.js';
import { hashOf, newKey, shownPartOf } from './key-format.js';
import { keysInForce, lockKeys } from './key.repository.js';

const DAY_MS = 86_400_000;
/** Two for a rotation with overlap, and some for clients with several machines. */
const MAX_KEYS = 5;

/** The client concerned and, this once, the key itself. */
export interface IssuedKey {
  readonly clientId: string;
  readonly key: string;
}

/**
 * Issues a key, with which the client acts by itself as far as its scopes reach. It is answered once and kept nowhere.
 * To rotate: issue a second one, put it into use, revoke the first. Scopes of modules that are off end with it.
 */
export async function createClientKey(ctx: RequestContext, input: CreateClientKeyInput): Promise<IssuedKey> {
  const clientId = localId('Client', input.clientId, ['input', 'clientId']);
  return ctx.transaction(async (tx) => {
    await lockKeys(tx, clientId);
    const client = await tx.em.findOne(ApiClientEntity, { id: clientId });
    if (!client) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'clientId'] });
    if (client.status !== 'ACTIVE') throw refuse(errors.CLIENT_SUSPENDED, { path: ['input', 'clientId'] });
    const scopes = [...inForce(tx, client.scopes)];
    refuseUnlessMayAlone(tx, scopes, ['input', 'clientId']);
    // Whether the issuer holds what a module brings that is off, nobody can say: the key must not have it one day.
    if (scopes.length < client.scopes.length) client.scopes = scopes;
    if ((await keysInForce(tx, clientId)) >= MAX_KEYS) {
      throw refuse(errors.CLIENT_TOO_MANY_KEYS, { path: ['input', 'clientId'], details: { limit: MAX_KEYS } });
    }
    const expiresAt = await endOf(tx, input.expiresAt ?? null);
    const key = newKey(tx.kernel.demo ? 'demo' : 'live');
    const id = uuidv7();
    tx.em.persist(
      tx.em.create(ApiClientKeyEntity, {
        id,
        clientId,
        prefix: shownPartOf(key),
        secretHash: hashOf(key),
        expiresAt,
      }),
    );
    await tx.emit('client.changed', { clientId });
    return { clientId, key };
  });
}

/** Ends a key within seconds, for good. Revoking twice changes nothing. Returns the local id of its client. */
export async function revokeClientKey(ctx: RequestContext, input: RevokeClientKeyInput): Promise<string> {
  const parsed = parseGlobalId(input.keyId);
  return ctx.transaction(async (tx) => {
    const key = parsed?.type === 'ClientKey' ? await tx.em.findOne(ApiClientKeyEntity, { id: parsed.uuid }) : null;
    if (!key) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'keyId'] });
    if (!key.revokedAt) {
      key.revokedAt = new Date();
      await tx.emit('client.changed', { clientId: key.clientId });
    }
    return key.clientId;
  });
}

async function endOf(tx: RequestContext, wanted: Date | null): Promise<Date> {
  const { keyDays } = await settingsOf(tx, clientSettings);
  const now = tx.facts.startedAt.getTime();
  const latest = new Date(now + keyDays * DAY_MS);
  if (!wanted) return latest;
  if (wanted.getTime() <= now || wanted > latest) {
    throw refuse(errors.CLIENT_KEY_EXPIRY_INVALID, { path: ['input', 'expiresAt'], details: { days: keyDays } });
  }
  return wanted;
}
