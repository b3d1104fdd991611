import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';
import type { ClientWithScopes } from '../key/key.repository.js';

/** A third party's active client with what one account has allowed it. */
export interface AccessRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly scopes: readonly string[];
  readonly allowed: readonly string[] | null;
  readonly since: string | null;
  readonly expiresAt: string | null;
}

/** The active client of an external id, with what this account has allowed it; `null` when unknown or suspended. */
export async function clientByExternalId(
  ctx: RequestContext,
  externalClientId: string,
  principalId: string,
): Promise<(ClientWithScopes & { readonly allowed: readonly string[] | null }) | null> {
  const { rows } = await sql<ClientWithScopes & { allowed: readonly string[] | null }>`
    select c.id, c.name, c.kind, c.first_party as "firstParty", c.addresses, c.signing_key as "signingKey", c.scopes,
           n.permissions as allowed
    from api_clients c left join client_consents n on ${standing(principalId)}
    where c.external_client_id = ${externalClientId} and c.status = 'ACTIVE'
  `.execute(ctx.sql);
  return rows[0] ?? null;
}

/** How an account stands to one third party. */
export async function accessTo(
  ctx: RequestContext,
  principalId: string,
  client: { readonly id: string } | { readonly externalClientId: string },
): Promise<AccessRow | null> {
  const wanted =
    'id' in client
      ? sql<SqlBool>`c.id = ${client.id}`
      : sql<SqlBool>`c.external_client_id = ${client.externalClientId}`;
  return (await accesses(ctx, principalId, wanted))[0] ?? null;
}

/** All third parties that an account has allowed something, by name. */
export function allowedClients(ctx: RequestContext, principalId: string): Promise<AccessRow[]> {
  return accesses(ctx, principalId, sql<SqlBool>`n.id is not null`);
}

async function accesses(ctx: RequestContext, principalId: string, wanted: RawBuilder<SqlBool>): Promise<AccessRow[]> {
  const { rows } = await sql<AccessRow>`
    select c.id, c.name, c.kind, c.scopes, n.permissions as allowed, n.since, n.expires_at as "expiresAt"
    from api_clients c left join client_consents n on ${standing(principalId)}
    where ${wanted} and c.status = 'ACTIVE' and not c.first_party order by c.name, c.id
  `.execute(ctx.sql);
  return rows;
}

/** Consent `n` of the account to client `c` that is neither withdrawn nor over. */
function standing(principalId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`
    n.district_id = c.district_id and n.client_id = c.id and n.principal_id = ${principalId}
    and n.withdrawn_at is null and (n.expires_at is null or n.expires_at > now())`;
}
