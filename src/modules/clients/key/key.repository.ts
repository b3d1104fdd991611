import { sql } from 'kysely';
import type { AnyTables, Kernel, RequestContext } from '../../../kernel/index.js';
import { lockFor, outsideDistricts } from '../../../kernel/index.js';
import type { RegisteredClient } from '../admission/admission.service.js';
import type { ApiClientKeyRow } from './key.entity.js';

/** The district of a key, before any is entered; through the one function that may look across them. */
export async function districtOfKey(kernel: Kernel, hash: Buffer): Promise<number | null> {
  return outsideDistricts(async () => {
    const { rows } = await sql<{ district: number | null }>`
      select control.district_of_client_key(${hash}) as district
    `.execute(kernel.orm.em.fork().getKysely<AnyTables>());
    return rows[0]?.district ?? null;
  });
}

/** A client with its scopes, as its row says today. */
export type ClientWithScopes = RegisteredClient & { readonly scopes: readonly string[] };

/** The active client of a key in force, in the district entered; `null` when either has ended. */
export async function clientByKey(ctx: RequestContext, hash: Buffer): Promise<ClientWithScopes | null> {
  const { rows } = await sql<ClientWithScopes>`
    select c.id, c.name, c.kind, c.first_party as "firstParty", c.addresses, c.signing_key as "signingKey", c.scopes,
           k.id as "keyId"
    from api_client_keys k join api_clients c on c.district_id = k.district_id and c.id = k.client_id
    where k.secret_hash = ${hash} and k.revoked_at is null and k.expires_at > now() and c.status = 'ACTIVE'
  `.execute(ctx.sql);
  return rows[0] ?? null;
}

/** Keys of each of these clients that are neither over nor revoked for more than 30 days, newest first; batched. */
export async function keysOf(ctx: RequestContext, clientId: string): Promise<ApiClientKeyRow[]> {
  const rows = await ctx.batched<string, ApiClientKeyRow[]>('clients:keys', async (ids) => {
    const found = await sql<ApiClientKeyRow>`
      select id, client_id as "clientId", prefix, created_at as "createdAt", expires_at as "expiresAt",
             last_used_at as "lastUsedAt", revoked_at as "revokedAt"
      from api_client_keys where client_id = any(${ids}::uuid[])
        and least(expires_at, revoked_at) > now() - interval '30 days'
      order by client_id, id desc
    `.execute(ctx.sql);
    const byClient = Map.groupBy(found.rows, ({ clientId: client }) => client);
    return ids.map((id) => byClient.get(id) ?? []);
  })(clientId);
  return rows ?? [];
}

export async function keysInForce(tx: RequestContext, clientId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from api_client_keys
    where client_id = ${clientId} and revoked_at is null and expires_at > now()
  `.execute(tx.sql);
  return rows[0]?.total ?? 0;
}

/** Keys and scopes of a client change one after the other: whoever changes the one has seen the other as it stays. */
export async function lockKeys(tx: RequestContext, clientId: string): Promise<void> {
  await lockFor(tx, `clients:keys:${clientId}`);
}

export async function hasKeyInForce(tx: RequestContext, clientId: string): Promise<boolean> {
  return (await keysInForce(tx, clientId)) > 0;
}

/** Notes that keys were used, at most once a minute each however many processes see them. */
export async function touchKeys(ctx: RequestContext, keyId: string): Promise<void> {
  await sql`
    update api_client_keys set last_used_at = now()
    where id = ${keyId} and (last_used_at is null or last_used_at < now() - interval '1 minute')
  `.execute(ctx.sql);
}
