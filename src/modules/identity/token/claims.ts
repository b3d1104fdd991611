import type { JWTPayload } from 'jose';
import type { Provider } from '../provider/provider.js';

/** What a proven token says. None of it is a right: roles and status stand in the district's tables. */
export interface TokenFacts {
  readonly provider: Provider;
  /** Subject at the provider. */
  readonly sub: string;
  /** Session at the provider, when the token names it. */
  readonly sessionId: string | null;
  /** Seconds since 1970; 0 when unknown, which is before every logout. */
  readonly issuedAt: number;
  readonly districtCode: string;
  readonly groups: readonly string[];
  readonly secondFactor: boolean;
  /** The client that was given the token. */
  readonly clientId: string;
  readonly name: string | null;
}

/** A token that is well signed and still not one to act with here. Its text is for the log, never for the caller. */
export class UnfitToken extends Error {
  override readonly name = 'UnfitToken';
}

const MAX_GROUPS = 200;

/**
 * Reads the claims of an access token whose signature, issuer, audience and times have been proven.
 * Errors: {@link UnfitToken} for tokens made for another purpose, for no person, or for a district not served.
 */
export function readClaims(provider: Provider, payload: JWTPayload): TokenFacts {
  const { settings } = provider;
  refuseOtherPurposes(payload);
  const sub = text(payload.sub, 'sub');
  // 200 characters are what an account can hold with the provider's id in front.
  if (sub.length > 150 || /[\p{Cc}\p{Cf}]/u.test(sub)) throw new UnfitToken('its sub cannot be the name of an account');
  const clientId = clientOf(payload);
  if (sub === clientId) throw new UnfitToken('a client got it for itself: there is no person behind it');
  const districtCode = settings.district ?? text(payload[settings.districtClaim!], settings.districtClaim!);
  if (!provider.serves(districtCode)) throw new UnfitToken('its district is not served by this provider');
  return {
    provider,
    sub,
    sessionId: payload.sid === undefined ? null : text(payload.sid, 'sid'),
    issuedAt: payload.iat ?? 0,
    districtCode,
    groups: settings.groupsClaim === undefined ? [] : texts(payload[settings.groupsClaim]).slice(0, MAX_GROUPS),
    secondFactor: [...texts(payload.acr), ...texts(payload.amr)].some((value) => settings.secondFactor.includes(value)),
    clientId,
    name: typeof payload.name === 'string' ? payload.name : null,
  };
}

/** ID, refresh and logout tokens may name our audience as well; and a token bound to a key is no bearer token. */
function refuseOtherPurposes(payload: JWTPayload): void {
  const odd = ['events', 'nonce', 'at_hash', 'c_hash', 'cnf'].find((claim) => payload[claim] !== undefined);
  if (odd) throw new UnfitToken(`it has the claim ${odd}, which no bearer token has`);
  // Keycloak, Cognito and Hydra write the purpose into the claims.
  if (payload.typ !== undefined && payload.typ !== 'Bearer') throw new UnfitToken('its typ is not Bearer');
  const use = payload.token_use;
  if (use !== undefined && use !== 'access' && use !== 'access_token') throw new UnfitToken('it is no access token');
}

/** RFC 9068 calls it client_id, others azp. */
function clientOf({ client_id: clientId, azp }: JWTPayload): string {
  if (clientId !== undefined && azp !== undefined && clientId !== azp) throw new UnfitToken('it names two clients');
  return text(clientId ?? azp, 'client_id');
}

function text(value: unknown, claim: string): string {
  if (typeof value !== 'string' || value === '') throw new UnfitToken(`its ${claim} is missing or no text`);
  return value;
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one.length <= 200);
}
