import type { ActingClient, Caller, RequestContext } from '../../../kernel/index.js';
import type { PublicJwk } from '../client/client.entity.js';
import { noteUse } from '../key/key-use.js';
import { isListed } from './address-list.js';
import { ensureCleaning } from './nonce-cleaning.js';
import { takeNonce } from './nonce.repository.js';
import { nonceOfSigned } from './signature.js';

/** A client as its row says it, with what every request of it must fulfil. */
export interface RegisteredClient extends ActingClient {
  readonly kind: string;
  readonly firstParty: boolean;
  readonly addresses: readonly string[];
  readonly signingKey: PublicJwk | null;
  /** The key it identified itself with; none when somebody acts through it. */
  readonly keyId?: string;
}

/** Whether this request may come from the client that its principal acts through; anybody else is none of its business. */
export async function admits(caller: Caller, ctx: RequestContext): Promise<boolean> {
  const client = ctx.principal?.client;
  if (!client) return true;
  // Loaded by this module alone; a client from anywhere else has no conditions that could be checked.
  if (!isRegistered(client) || !isListed(client.addresses, caller.address)) return false;
  if (client.signingKey && !(await rightlySigned(caller, ctx, client.id, client.signingKey))) return false;
  if (client.keyId) noteUse(ctx, client.keyId);
  return true;
}

function isRegistered(client: ActingClient): client is RegisteredClient {
  return 'addresses' in client && 'signingKey' in client;
}

async function rightlySigned(caller: Caller, ctx: RequestContext, clientId: string, key: PublicJwk): Promise<boolean> {
  const nonce = nonceOfSigned(caller, key, new Date());
  if (nonce === null || !(await takeNonce(ctx, clientId, nonce))) return false;
  await ensureCleaning(ctx);
  return true;
}
