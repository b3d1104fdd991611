import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type FlattenedJWSInput,
  type JWSHeaderParameters,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
  jwksCache,
} from 'jose';
import { z } from 'zod';
import { type ProviderSettings, secureAddress } from './provider.settings.js';

const TIMEOUT_MS = 3_000;
/** A key that the provider has withdrawn is believed no longer than this. */
const KEYS_MS = 50_000;
/** While the provider cannot be reached, the keys last read go on for this long: its outage is not ours at once. */
const OUTAGE_MS = 15 * 60_000;
const DISCOVERY_MS = 10 * 60_000;
/** After a failure nobody waits for the provider again for this long. */
const PAUSE_MS = 5_000;

const discovered = z.object({
  issuer: z.string(),
  jwks_uri: secureAddress,
  introspection_endpoint: secureAddress.optional(),
});
type Discovered = z.infer<typeof discovered>;

/** The keys at an address, and when they were last read (`uat`, milliseconds). */
interface Keys {
  readonly uri: string;
  readonly find: ReturnType<typeof createRemoteJWKSet>;
  readonly read: { uat?: number };
}

/** jose's codes for keys that could not be read; every other one is about the token. */
const UNREAD = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/** The provider does not answer, or answers nonsense: nothing is known about the token either way. */
export class ProviderUnreachable extends Error {
  override readonly name = 'ProviderUnreachable';

  constructor(
    message: string,
    /** It has said nothing at all: what is asked next would wait as long for as little. */
    readonly silent = false,
  ) {
    super(message);
  }
}

/** A time in which a provider that has just kept silent is not asked: made-up tokens would wait for it in every place. */
export class Pause {
  #until = 0;

  /** Errors: {@link ProviderUnreachable} while it lasts. */
  refuseWhileItLasts(): void {
    if (Date.now() < this.#until) throw new ProviderUnreachable('it did not answer a moment ago', true);
  }

  /** Begins with an error that says that the provider kept silent, and with no other. */
  beginWith(error: unknown): void {
    if (error instanceof ProviderUnreachable && error.silent) this.#until = Date.now() + PAUSE_MS;
  }
}

/** One OpenID Connect provider: what it says of itself and its keys, both read again as they age. */
export class Provider {
  #discovered: { readonly document: Discovered; readonly until: number } | undefined;
  #discovering: Promise<Discovered> | undefined;
  #keys: Keys | undefined;
  #quietUntil = 0;
  readonly #pause = new Pause();

  constructor(
    readonly settings: ProviderSettings,
    /** Nobody waits longer for an answer. */
    readonly timeoutMs = TIMEOUT_MS,
  ) {}

  get id(): string {
    return this.settings.id;
  }

  /** Whether people of this provider may be in the district at all. */
  serves(districtCode: string): boolean {
    const { district, districts } = this.settings;
    return district === undefined ? (districts?.includes(districtCode) ?? true) : district === districtCode;
  }

  /** Finds the key that a token names. Errors: {@link ProviderUnreachable}; jose's own when there is no such key. */
  readonly key: JWTVerifyGetKey = async (header, token) => {
    const { jwks_uri: uri } = await this.discover();
    if (this.#keys?.uri !== uri) this.#keys = this.#keysAt(uri);
    const keys = this.#keys;
    if (Date.now() < this.#quietUntil) return lastKey(keys, header, token);
    try {
      return await keys.find(header, token);
    } catch (error) {
      if (error instanceof errors.JOSEError && !UNREAD.has(error.code)) throw error;
      this.#quietUntil = Date.now() + PAUSE_MS;
      return lastKey(keys, header, token);
    }
  };

  /** What the provider publishes about itself. Errors: {@link ProviderUnreachable}. */
  async discover(): Promise<Discovered> {
    const known = this.#discovered;
    if (known && known.until > Date.now()) return known.document;
    if (!known) this.#pause.refuseWhileItLasts();
    this.#discovering ??= this.#readDiscovery().finally(() => {
      this.#discovering = undefined;
    });
    try {
      return await this.#discovering;
    } catch (error) {
      this.#pause.beginWith(error);
      if (!known) throw error;
      this.#discovered = { ...known, until: Date.now() + PAUSE_MS };
      return known.document;
    }
  }

  async #readDiscovery(): Promise<Discovered> {
    const { issuer } = this.settings;
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const document = discovered.safeParse(await fetchJson(address, this.timeoutMs));
    if (!document.success) throw new ProviderUnreachable(`${address} is not as OpenID Connect Discovery says`);
    if (document.data.issuer !== issuer) throw new ProviderUnreachable(`${address} names another issuer`);
    this.#discovered = { document: document.data, until: Date.now() + DISCOVERY_MS };
    return document.data;
  }

  #keysAt(uri: string): Keys {
    const read: Keys['read'] = {};
    const find = createRemoteJWKSet(new URL(uri), {
      timeoutDuration: this.timeoutMs,
      cooldownDuration: this.settings.keyCooldownSeconds * 1_000,
      cacheMaxAge: KEYS_MS,
      [jwksCache]: read as JWKSCacheInput,
    });
    return { uri, find, read };
  }
}

function lastKey({ find, read }: Keys, header: JWSHeaderParameters, token: FlattenedJWSInput) {
  const last = find.jwks();
  if (!last || Date.now() - (read.uat ?? 0) > OUTAGE_MS) throw new ProviderUnreachable('its keys cannot be read');
  return createLocalJWKSet(last)(header, token);
}

/** Fetches a small JSON document. Errors: {@link ProviderUnreachable} for anything but one. */
export async function fetchJson(address: string, timeoutMs: number, init: RequestInit = {}): Promise<unknown> {
  let answered = false;
  try {
    const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    answered = true;
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch (error) {
    throw new ProviderUnreachable(`${address} does not answer: ${(error as Error).message}`, !answered);
  }
}
