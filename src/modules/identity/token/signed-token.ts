import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import type { Provider } from '../provider/provider.js';
import { UnfitToken } from './claims.js';

/** Older tokens are refused whatever they say: logouts are remembered for longer than this, and not for ever. */
const MAX_TOKEN_AGE = '24h';
const MAX_LOGOUT_AGE = '5m';
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Who a token says it is from, unproven; `undefined` when it is no JWT. */
export function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    return undefined;
  }
}

/** Proves an access token: signature, type, issuer, audience and times (OpenID Connect Core, RFC 9068). Throws otherwise. */
export async function verifyAccessToken(provider: Provider, token: string): Promise<JWTPayload> {
  const { issuer, audience, algorithms, clockToleranceSeconds, tokenTypes } = provider.settings;
  const { payload, protectedHeader } = await jwtVerify(token, provider.key, {
    issuer,
    audience,
    algorithms,
    clockTolerance: clockToleranceSeconds,
    maxTokenAge: MAX_TOKEN_AGE,
    requiredClaims: ['sub', 'exp', 'iat'],
  });
  const type = typeOf(protectedHeader.typ);
  if (!tokenTypes.some((allowed) => allowed.toLowerCase() === type)) throw new UnfitToken(`its type is '${type}'`);
  return payload;
}

/** What a logout token ends: one session, or every session of a subject. */
export interface LogoutOrder {
  readonly jti: string;
  readonly sub: string | null;
  readonly sessionId: string | null;
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

/** Proves a logout token as OpenID Connect Back-Channel Logout 1.0, section 2.6, says. Throws otherwise. */
export async function verifyLogoutToken(provider: Provider, token: string): Promise<LogoutOrder> {
  const { issuer, audience, logoutAudience, algorithms, clockToleranceSeconds } = provider.settings;
  const { payload, protectedHeader } = await jwtVerify(token, provider.key, {
    issuer,
    audience: logoutAudience ?? audience,
    algorithms,
    clockTolerance: clockToleranceSeconds,
    maxTokenAge: MAX_LOGOUT_AGE,
    requiredClaims: ['iat', 'jti', 'events'],
  });
  const type = typeOf(protectedHeader.typ);
  // The type is recommended, not required; the event is what makes it a logout token.
  if (type !== 'logout+jwt' && type !== 'jwt' && type !== '') throw new UnfitToken(`its type is '${type}'`);
  const events = payload.events as Record<string, unknown> | null;
  if (typeof events?.[LOGOUT_EVENT] !== 'object') throw new UnfitToken('it has no logout event');
  if (payload.nonce !== undefined) throw new UnfitToken('it has a nonce');
  const sub = payload.sub ?? null;
  const sessionId = typeof payload.sid === 'string' ? payload.sid : null;
  if (sub === null && sessionId === null) throw new UnfitToken('it has neither sub nor sid');
  return { jti: payload.jti!, sub, sessionId, issuedAt: payload.iat! };
}

/** Media types may leave out `application/`, and their case says nothing (RFC 7515, 4.1.9). */
function typeOf(typ: string | undefined): string {
  return (typ ?? '').toLowerCase().replace(/^application\//, '');
}
