import type { Principal, RequestContext } from '../../kernel/index.js';
import { clientByExternalId } from './consent/consent.repository.js';
import { inForce } from './scopes.js';

/**
 * The user as it may act through a registered client: client's scopes ∩ user's permissions ∩ consent. A client of the
 * federation's own needs no consent; anybody else's without consent leaves a principal that may do nothing (no grant).
 * `null` when the client is unknown or suspended: the request is then refused.
 *
 * Called inside the district's scope, from `load` of {@link Credentials}, whose `cacheKey` must then name the client.
 * `externalClientId` is `<provider id>:<client_id>`, as in the client's registration: two providers may know different
 * programs by the same id. Addresses and signatures that the client asks for are checked by this module on every
 * request, as long as `client` of the principal is handed on as it is.
 */
export async function throughClient(
  ctx: RequestContext,
  principal: Principal,
  externalClientId: string,
): Promise<Principal | null> {
  const found = await clientByExternalId(ctx, externalClientId, principal.id);
  if (!found) return null;
  const { scopes, allowed, ...client } = found;
  const reach = inForce(ctx, client.firstParty ? scopes : scopes.filter((scope) => allowed?.includes(scope)));
  const cut = principal.grants.map((grant) => ({ ...grant, permissions: common(grant.permissions, reach) }));
  const grants = cut.filter(({ permissions }) => permissions.size > 0);
  const cutRoles = new Set(cut.filter(({ permissions }) => permissions.size === 0).map(({ role }) => role));
  const withheld = principal.withheld && common(principal.withheld, reach);
  return { ...principal, grants, cutRoles, client, ...(withheld && { withheld }) };
}

function common(held: ReadonlySet<string>, reach: ReadonlySet<string>): Set<string> {
  return new Set([...held].filter((permission) => reach.has(permission)));
}
