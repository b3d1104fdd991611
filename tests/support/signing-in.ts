import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { Client } from '../../src/testing/client.js';
import {
  AUDIENCE,
  IdentityProvider,
  INTROSPECTOR,
  OPAQUE_AUDIENCE,
  type SignedIn,
  type Somebody,
} from './identity-provider.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';

/** Id of the provider in the configuration of the platform. */
export const PROVIDER = 'city-sso';

/** A platform of the demo with a real provider beside it, which serves Baoshan and Yangpu. */
export class SigningIn {
  private constructor(
    readonly idp: IdentityProvider,
    readonly platform: Platform,
  ) {}

  /** `settings` are laid over the provider's entry in the configuration. */
  static async start(settings: Readonly<Record<string, unknown>> = {}): Promise<SigningIn> {
    const idp = await IdentityProvider.start();
    const oidcProviders = writeConfiguration(idp.issuer, settings);
    // So that a test can come from an address of its choice: see FarClient.
    const config = { oidcProviders, trustedProxies: ['127.0.0.1'] };
    const platform = await startPlatform({ template: 'demo', workers: 0, config });
    idp.logoutAddress = `${platform.address}/identity/backchannel-logout/${PROVIDER}`;
    idp.configure();
    for (const district of ['310113', '310110']) await registerClient(platform, district, 'app');
    return new SigningIn(idp, platform);
  }

  /** Signs somebody in at the provider and hands back a caller with the token. */
  async as(somebody: Partial<Somebody> & Pick<Somebody, 'sub'>): Promise<Client & { readonly session: SignedIn }> {
    const session = await this.idp.signIn({ district: '310113', ...somebody });
    return Object.assign(this.caller(session.accessToken), { session });
  }

  /** A caller with such a token as {@link as} hands back, without the way there: it belongs to no session of a browser. */
  async bearing(somebody: Omit<Partial<Somebody>, 'audience'> & Pick<Somebody, 'sub'>): Promise<Client> {
    const { client = 'app', ...claims } = somebody;
    const now = Math.floor(Date.now() / 1_000);
    const made = { iss: this.idp.issuer, aud: AUDIENCE, client_id: client, iat: now, exp: now + 600, jti: uuidv7() };
    return this.caller(await this.idp.sign({ ...made, district: '310113', ...claims }));
  }

  caller(token: string): Client {
    return new Client(this.platform.address, token, (requestId) => this.platform.causes.get(requestId) ?? '');
  }

  async close(): Promise<void> {
    await this.platform.close();
    await this.idp.close();
  }
}

/** The same caller at another address. */
export class FarClient extends Client {
  constructor(
    client: Client,
    readonly from: string,
  ) {
    super(client.address, client.token, client.causeOf);
  }

  override fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return super.fetch(path, {
      ...init,
      headers: { ...init.headers, 'x-forwarded-for': this.from } as Record<string, string>,
    });
  }
}

/** Lets a client of the provider in, as the federation's own, with every permission as its scope. */
export async function registerClient(platform: Platform, districtCode: string, clientId: string): Promise<string> {
  const id = uuidv7();
  const scopes = platform.registry.plugins.flatMap((plugin) => Object.keys(plugin.permissions ?? {}));
  const { id: districtId } = await platform.district(districtCode);
  await platform.sql.query(
    `insert into api_clients (district_id, id, name, kind, scopes, first_party, external_client_id)
     values ($1, $2, $3, 'FRONT_END', $4, true, $5)`,
    [districtId, id, clientId, scopes, `${PROVIDER}:${clientId}`],
  );
  return id;
}

function writeConfiguration(issuer: string, settings: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(process.env.LIANXIN_TEST_HOME ?? tmpdir(), 'lianxin-providers-'));
  const clientSecretFile = join(folder, 'introspection.secret');
  writeFileSync(clientSecretFile, INTROSPECTOR.secret);
  const provider = {
    id: PROVIDER,
    issuer,
    audience: [AUDIENCE, OPAQUE_AUDIENCE],
    districtClaim: 'district',
    districts: ['310113', '310110'],
    groupsClaim: 'groups',
    secondFactor: ['gold', 'otp'],
    members: true,
    logoutAudience: ['app', 'other-app'],
    introspection: { clientId: INTROSPECTOR.id, clientSecretFile },
    ...settings,
  };
  const file = join(folder, 'providers.json');
  writeFileSync(file, JSON.stringify({ providers: [provider] }));
  return file;
}
