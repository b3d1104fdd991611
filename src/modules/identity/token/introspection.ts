import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { JWTPayload } from 'jose';
import { fetchJson, Pause, type Provider, ProviderUnreachable } from '../provider/provider.js';
import { UnfitToken } from './claims.js';

/** How long an answer is believed before the provider is asked again. */
const TRUST_MS = 30_000;
/** While the provider does not answer, its last yes counts so long; with the session's five seconds still within 60. */
const OUTAGE_MS = 50_000;
const MAX_REMEMBERED = 10_000;

interface Answer {
  readonly payload: JWTPayload | null;
  readonly at: number;
}

/** Asks the provider whether a token is good (RFC 7662), each token at most every 30 seconds. */
export class Introspection {
  readonly #answers = new Map<string, Answer>();
  readonly #asking = new Map<string, Promise<Answer>>();
  readonly #pause = new Pause();

  constructor(readonly provider: Provider) {}

  /** Claims of a token that is active and meant for this platform; `null` when it is not active. Throws when unknown. */
  async ask(token: string): Promise<JWTPayload | null> {
    const key = createHash('sha256').update(token).digest('base64');
    const { payload } = await this.#answer(key, token);
    if (payload) refuseUnlessFit(payload, this.provider);
    return payload;
  }

  async #answer(key: string, token: string): Promise<Answer> {
    const known = this.#answers.get(key);
    if (known && Date.now() - known.at < TRUST_MS) return known;
    let asking = this.#asking.get(key);
    if (!asking) {
      asking = this.#fetch(token).finally(() => this.#asking.delete(key));
      this.#asking.set(key, asking);
    }
    try {
      const answer = await asking;
      if (this.#answers.size >= MAX_REMEMBERED) this.#answers.clear();
      this.#answers.set(key, answer);
      return answer;
    } catch (error) {
      this.#pause.beginWith(error);
      if (known?.payload && Date.now() - known.at < OUTAGE_MS) return known;
      throw error;
    }
  }

  async #fetch(token: string): Promise<Answer> {
    this.#pause.refuseWhileItLasts();
    const { introspection_endpoint: address } = await this.provider.discover();
    if (!address) throw new ProviderUnreachable('it publishes no introspection_endpoint');
    const { clientId, clientSecretFile } = this.provider.settings.introspection!;
    // Read each time: the secret may be replaced while we run. Encoded twice as RFC 6749, 2.3.1, says.
    const secret = readFileSync(clientSecretFile, 'utf8').trim();
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64');
    const at = Date.now();
    const answer = await fetchJson(address, this.provider.timeoutMs, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, accept: 'application/json' },
      body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
    });
    const payload = answer as JWTPayload & { active?: unknown };
    return { payload: payload?.active === true ? payload : null, at };
  }
}

/** The times are looked at on every use: the answer may be half a minute old. */
function refuseUnlessFit(payload: JWTPayload, { settings }: Provider): void {
  const now = Math.floor(Date.now() / 1_000);
  const tolerance = settings.clockToleranceSeconds;
  const audience = typeof payload.aud === 'string' ? [payload.aud] : (payload.aud ?? []);
  if (!audience.some((one) => settings.audience.includes(one))) throw new UnfitToken('it is for another audience');
  if (payload.iss !== undefined && payload.iss !== settings.issuer) throw new UnfitToken('it is from another issuer');
  if (typeof payload.exp !== 'number' || payload.exp + tolerance <= now) throw new UnfitToken('it has expired');
  if (typeof payload.nbf === 'number' && payload.nbf > now + tolerance) throw new UnfitToken('it is not valid yet');
  const type = payload.token_type;
  if (type !== undefined && String(type).toLowerCase() !== 'bearer') throw new UnfitToken('it is no bearer token');
}
