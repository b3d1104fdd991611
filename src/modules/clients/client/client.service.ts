import { v7 as uuidv7 } from 'uuid';
import {
  assertVersion,
  checkLine,
  kernelErrors,
  localId,
  Problems,
  type RequestContext,
  refuse,
} from '../../../kernel/index.js';
import { parseNetwork } from '../admission/address-list.js';
import { publicPartOf, signingKeyOf } from '../admission/signature.js';
import { errors } from '../errors.js';
import { hasKeyInForce, lockKeys } from '../key/key.repository.js';
import { checkScopes, refuseUnlessMayAlone } from '../scopes.js';
import { ApiClientEntity, type PublicJwk } from './client.entity.js';
import type { ChangeClientInput, RegisterClientInput, SuspendClientInput } from './client.inputs.js';

const MAX_ADDRESSES = 50;

/** Registers a program. Alone it can do nothing until it has a key. Returns the local id. */
export async function registerClient(ctx: RequestContext, input: RegisterClientInput): Promise<string> {
  const values = checked(ctx, input);
  return ctx.transaction(async (tx) => {
    await refuseTaken(tx, values.externalClientId);
    const client = tx.em.create(ApiClientEntity, {
      id: uuidv7(),
      kind: input.kind,
      addresses: [],
      ...values,
      name: values.name!,
      scopes: values.scopes!,
    });
    tx.em.persist(client);
    await tx.emit('client.registered', { clientId: client.id });
    return client.id;
  });
}

/**
 * Changes a program; every process follows within seconds. More scopes for one with keys must be the changer's to give.
 * Scopes that are given replace all, also those of modules that are off and so not shown: nobody keeps what nobody sees.
 */
export async function changeClient(ctx: RequestContext, input: ChangeClientInput): Promise<string> {
  const id = localId('Client', input.clientId, ['input', 'clientId']);
  const values = checked(ctx, input);
  return ctx.transaction(async (tx) => {
    await lockKeys(tx, id);
    const client = await tx.em.findOne(ApiClientEntity, { id });
    if (!client) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'clientId'] });
    assertVersion(client.version, input.expectedVersion);
    if (values.externalClientId !== client.externalClientId) await refuseTaken(tx, values.externalClientId);
    const added = (values.scopes ?? []).filter((scope) => !client.scopes.includes(scope));
    if (added.length > 0 && (await hasKeyInForce(tx, id))) refuseUnlessMayAlone(tx, added, ['input', 'scopes']);
    Object.assign(client, values);
    await tx.emit('client.changed', { clientId: id });
    return id;
  });
}

/** Stops a program with all its keys and all who act through it, or lets it act again; within seconds everywhere. */
export async function suspendClient(ctx: RequestContext, input: SuspendClientInput): Promise<string> {
  const id = localId('Client', input.clientId, ['input', 'clientId']);
  return ctx.transaction(async (tx) => {
    const client = await tx.em.findOne(ApiClientEntity, { id });
    if (!client) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'clientId'] });
    assertVersion(client.version, input.expectedVersion);
    client.status = input.suspended ? 'SUSPENDED' : 'ACTIVE';
    await tx.emit('client.changed', { clientId: id });
    return id;
  });
}

type Given = Partial<Omit<RegisterClientInput, 'kind'>> | Omit<ChangeClientInput, 'clientId' | 'expectedVersion'>;

interface Values {
  name?: string;
  scopes?: string[];
  addresses?: string[];
  firstParty?: boolean;
  externalClientId?: string | null;
  signingKey?: PublicJwk | null;
}

/** What was given, in the form in which it is stored; left out stays left out. Errors: each value that does not fit. */
function checked(ctx: RequestContext, input: Given): Values {
  const problems = new Problems();
  const values: Values = {};
  if (input.name != null) values.name = checkLine(problems, ['input', 'name'], input.name, { max: 100 });
  if (input.scopes) {
    checkScopes(ctx, problems, input.scopes);
    values.scopes = [...new Set(input.scopes)].sort();
  }
  if (input.addresses) values.addresses = networksOf(problems, input.addresses);
  if (input.firstParty != null) values.firstParty = input.firstParty;
  if (input.externalClientId !== undefined) {
    const given = input.externalClientId;
    const path = ['input', 'externalClientId'];
    values.externalClientId = given === null ? null : checkLine(problems, path, given, { max: 200 });
    if (values.externalClientId && !/^[^:]+:./.test(values.externalClientId)) {
      problems.add(kernelErrors.INVALID_VALUE, path, { reason: '<provider>:<client_id>' });
    }
  }
  if (input.signingKey !== undefined) {
    const jwk = input.signingKey;
    if (jwk && !signingKeyOf(jwk)) problems.add(errors.CLIENT_SIGNING_KEY_INVALID, ['input', 'signingKey']);
    values.signingKey = jwk && publicPartOf(jwk);
  }
  problems.throwIfAny();
  return values;
}

function networksOf(problems: Problems, addresses: readonly string[]): string[] {
  if (addresses.length > MAX_ADDRESSES) {
    problems.add(kernelErrors.INVALID_VALUE, ['input', 'addresses'], { reason: `0–${MAX_ADDRESSES}` });
  }
  const networks = addresses.slice(0, MAX_ADDRESSES).map((address, index) => {
    const network = parseNetwork(address);
    if (!network) problems.add(errors.CLIENT_ADDRESS_INVALID, ['input', 'addresses', String(index)], { address });
    return network ?? '';
  });
  return [...new Set(networks)];
}

async function refuseTaken(tx: RequestContext, externalClientId: string | null | undefined): Promise<void> {
  if (externalClientId && (await tx.em.findOne(ApiClientEntity, { externalClientId }))) {
    throw refuse(errors.CLIENT_EXTERNAL_ID_TAKEN, { path: ['input', 'externalClientId'] });
  }
}
