import type { JWTPayload } from 'jose';
import { type Credentials, type Kernel, kernelErrors, refuse } from '../../../kernel/index.js';
import { type Provider, ProviderUnreachable } from '../provider/provider.js';
import { type Providers, providersOf } from '../provider/providers.js';
import { loadSignedIn } from '../sign-in.service.js';
import { readClaims, type TokenFacts, UnfitToken } from './claims.js';
import { issuerOf, verifyAccessToken } from './signed-token.js';

/**
 * Reads access tokens of the configured providers. A token's own word about its issuer only picks the provider that has
 * to prove it; nothing is ever fetched from an address that a token names.
 * Errors: UNAUTHENTICATED for a token that is not good; BUSY when its provider cannot be asked.
 */
export async function authenticate(token: string, kernel: Kernel): Promise<Credentials | null> {
  const providers = providersOf(kernel);
  if (providers.all.length === 0) return null;
  const issuer = issuerOf(token);
  try {
    const facts =
      issuer === undefined ? await readOpaque(providers, token) : await readSigned(providers, issuer, token);
    if (!facts) kernel.log.debug({ reason: 'no provider answers for it' }, 'a token was not accepted');
    return facts && credentialsOf(facts);
  } catch (error) {
    const unreachable = error instanceof ProviderUnreachable;
    kernel.log[unreachable ? 'warn' : 'debug']({ reason: (error as Error).message }, 'a token was not accepted');
    throw refuse(unreachable ? kernelErrors.BUSY : kernelErrors.UNAUTHENTICATED);
  }
}

async function readSigned(providers: Providers, issuer: string, token: string): Promise<TokenFacts | null> {
  const provider = providers.byIssuer(issuer);
  if (!provider) return null;
  const facts = readClaims(provider, await verifyAccessToken(provider, token));
  const { introspection } = providers;
  if (asksAll(provider) && !(await introspection?.ask(token))) throw new UnfitToken('the provider has ended it');
  return facts;
}

function asksAll({ settings }: Provider): boolean {
  return settings.introspection?.tokens === 'all';
}

async function readOpaque({ introspection }: Providers, token: string): Promise<TokenFacts | null> {
  const payload: JWTPayload | null | undefined = await introspection?.ask(token);
  return payload ? readClaims(introspection!.provider, payload) : null;
}

/** The key names everything that {@link loadSignedIn} rests on. */
function credentialsOf(facts: TokenFacts): Credentials {
  const { provider, sub, sessionId, issuedAt, districtCode, groups, secondFactor, clientId } = facts;
  return {
    districtCode,
    cacheKey: JSON.stringify([provider.id, sub, sessionId, issuedAt, [...groups].sort(), secondFactor, clientId]),
    load: (ctx) => loadSignedIn(ctx, facts),
  };
}
