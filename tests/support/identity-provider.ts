import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import OidcProvider, { type Configuration } from 'oidc-provider';

/** Audiences of access tokens: the provider writes one kind as JWT and the other as an opaque handle. */
export const AUDIENCE = 'https://lianxin.test/graph';
export const OPAQUE_AUDIENCE = 'https://lianxin.test/opaque';
export const INTROSPECTOR = { id: 'lianxin', secret: 'introspection-secret-for-tests' };
const REDIRECT = 'https://app.lianxin.test/callback';

/** Who signs in and what the provider knows about the person. */
export interface Somebody {
  readonly sub: string;
  readonly groups?: readonly string[];
  readonly district?: string;
  readonly acr?: string;
  readonly amr?: readonly string[];
  readonly client?: string;
  readonly audience?: string;
}

/** A browser that has signed in. */
export interface SignedIn {
  readonly accessToken: string;
  readonly idToken: string;
  readonly cookies: Map<string, string>;
}

type Jwk = Awaited<ReturnType<typeof exportJWK>>;

/** The real `oidc-provider` on a local port: signs people in by code and PKCE, logs them out, changes its keys. */
export class IdentityProvider {
  readonly #people = new Map<string, Somebody>();
  #provider!: OidcProvider;
  #keys: Jwk[] = [];
  #requests = 0;

  private constructor(
    readonly issuer: string,
    readonly server: Server,
    /** Where logout tokens are sent; may be set once the platform listens. */
    public logoutAddress = 'http://127.0.0.1:9/unset',
  ) {}

  static async start(): Promise<IdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const provider = new IdentityProvider(`http://127.0.0.1:${port}`, server);
    server.on('request', (request, response) => void provider.#answer(request, response));
    await provider.rotate();
    return provider;
  }

  /** Requests that have reached it, whatever for. */
  get requests(): number {
    return this.#requests;
  }

  /** The public part of the key it signs with. */
  get publicKey(): Jwk {
    const { d, p, q, dp, dq, qi, ...open } = this.#keys[0]!;
    return open;
  }

  /** Signs with a fresh key from now on; the old one stays published only when `keep` is given. */
  async rotate({ keep = false } = {}): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const fresh = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(6).toString('hex') };
    this.#keys = keep ? [fresh, ...this.#keys] : [fresh];
    this.configure();
  }

  /** Takes over the keys and addresses as they are now, as a restart of the provider would. */
  configure(): void {
    this.#provider = new OidcProvider(this.issuer, this.#configuration());
  }

  /** Signs whatever is asked with the provider's own key, or another: tokens that it would never make. */
  async sign(payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}, key?: Jwk): Promise<string> {
    const jwk = key ?? this.#keys[0]!;
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: jwk.kid!, ...header })
      .sign(await importJWK(jwk, 'RS256'));
  }

  /** The whole way of a browser: authorization request, login, code, token request with the PKCE verifier. */
  async signIn(somebody: Somebody): Promise<SignedIn> {
    this.#people.set(somebody.sub, somebody);
    const { client = 'app', audience = AUDIENCE } = somebody;
    const cookies = new Map<string, string>();
    const verifier = randomBytes(32).toString('base64url');
    const asked = new URLSearchParams({
      client_id: client,
      response_type: 'code',
      redirect_uri: REDIRECT,
      scope: 'openid',
      resource: audience,
      login_hint: somebody.sub,
      nonce: randomBytes(8).toString('hex'),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    let address = `${this.issuer}/auth?${asked}`;
    for (let step = 0; !address.startsWith(REDIRECT); step += 1) {
      if (step > 10) throw new Error(`the provider sends round in circles: ${address}`);
      const response = await browse(address, cookies);
      const next = response.headers.get('location');
      if (!next) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
      address = new URL(next, this.issuer).href;
    }
    const code = new URL(address).searchParams.get('code');
    if (!code) throw new Error(`no code: ${address}`);
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code,
      redirect_uri: REDIRECT,
      code_verifier: verifier,
      resource: audience,
    });
    const response = await fetch(`${this.issuer}/token`, { method: 'POST', body });
    const tokens = (await response.json()) as { access_token: string; id_token: string };
    if (!tokens.access_token) throw new Error(`no token: ${JSON.stringify(tokens)}`);
    return { accessToken: tokens.access_token, idToken: tokens.id_token, cookies };
  }

  /** Ends the session at the provider, which then tells every client by the back channel. */
  async logOut({ idToken, cookies }: SignedIn): Promise<void> {
    const asked = new URLSearchParams({ id_token_hint: idToken });
    const page = await (await browse(`${this.issuer}/session/end?${asked}`, cookies)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1];
    if (!xsrf) throw new Error(`no form to confirm: ${page}`);
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    const response = await browse(`${this.issuer}/session/end/confirm`, cookies, { method: 'POST', body });
    if (response.status >= 400) throw new Error(`the provider answered ${response.status}`);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#requests += 1;
    if (!request.url?.startsWith('/interaction/')) return void this.#provider.callback()(request, response);
    const { params } = await this.#provider.interactionDetails(request, response);
    const somebody = this.#people.get(params.login_hint as string)!;
    const { sub: accountId, acr, amr } = somebody;
    await this.#provider.interactionFinished(request, response, {
      login: { accountId, ...(acr && { acr }), ...(amr && { amr: [...amr] }) },
    });
  }

  #configuration(): Configuration {
    const people = this.#people;
    const client = (id: string) => ({
      client_id: id,
      token_endpoint_auth_method: 'none' as const,
      redirect_uris: [REDIRECT],
      backchannel_logout_uri: this.logoutAddress,
      backchannel_logout_session_required: true,
    });
    return {
      jwks: { keys: this.#keys as never },
      adapter: Memory,
      // Without its guard against private addresses, which would keep it from telling this machine of a logout.
      fetch: (address: string, { dispatcher: _guard, ...init }: RequestInit & { dispatcher?: unknown }) =>
        fetch(address, init),
      cookies: { keys: ['a key of the tests'] },
      acrValues: ['silver', 'gold'],
      ttl: { Interaction: 600, Grant: 600, Session: 600, AuthorizationCode: 60, IdToken: 600, AccessToken: 600 },
      clients: [
        client('app'),
        client('other-app'),
        {
          client_id: INTROSPECTOR.id,
          client_secret: INTROSPECTOR.secret,
          redirect_uris: [],
          response_types: [],
          grant_types: [],
        },
      ],
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: { enabled: true, logoutSource: showForm, postLogoutSuccessSource: showForm },
        introspection: { enabled: true, allowedPolicy: () => true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_ctx, resource) => ({
            scope: 'graph',
            audience: resource,
            accessTokenFormat: resource === OPAQUE_AUDIENCE ? 'opaque' : 'jwt',
            accessTokenTTL: 600,
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
      },
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
      async loadExistingGrant(ctx) {
        const { client: asking, session, provider } = ctx.oidc;
        const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid');
        for (const audience of [AUDIENCE, OPAQUE_AUDIENCE]) grant.addResourceScope(audience, 'graph');
        await grant.save();
        return grant;
      },
      extraTokenClaims: (ctx, { accountId = '' }) => {
        const { groups, district } = people.get(accountId) ?? {};
        const { acr, amr, sid } = ctx.oidc.entities.AuthorizationCode ?? {};
        return {
          ...(groups && { groups }),
          ...(district && { district }),
          ...(acr && { acr }),
          ...(amr && { amr }),
          ...(sid && { sid }),
        };
      },
    };
  }
}

/** One request of a browser that keeps its cookies and lets the test follow redirects. */
async function browse(address: string, cookies: Map<string, string>, init: RequestInit = {}): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    cookies.set(name!, value!);
  }
  return response;
}

/** The page that asks whether to log out, as a form and nothing else. */
async function showForm(ctx: { body: unknown }, form?: string): Promise<void> {
  ctx.body = form ?? '';
}

/** What the provider remembers: in this process, across its restarts. */
class Memory {
  static readonly #stored = new Map<string, Readonly<Record<string, unknown>>>();

  constructor(readonly model: string) {}

  async upsert(id: string, payload: Readonly<Record<string, unknown>>): Promise<void> {
    Memory.#stored.set(`${this.model}:${id}`, payload);
  }

  async find(id: string): Promise<unknown> {
    return Memory.#stored.get(`${this.model}:${id}`);
  }

  async findByUid(uid: string): Promise<unknown> {
    return [...Memory.#stored.values()].find((payload) => payload.uid === uid);
  }

  async consume(id: string): Promise<void> {
    await this.upsert(id, { ...Memory.#stored.get(`${this.model}:${id}`), consumed: Math.floor(Date.now() / 1_000) });
  }

  async destroy(id: string): Promise<void> {
    Memory.#stored.delete(`${this.model}:${id}`);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of Memory.#stored) if (payload.grantId === grantId) Memory.#stored.delete(key);
  }
}
