import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { networkOf } from '../binding/address.js';
import { digestOfCode, newInvitationCode } from '../binding/invitation-code.js';
import { Provider, ProviderUnreachable } from '../provider/provider.js';
import { readProviderSettings } from '../provider/provider.settings.js';
import { Introspection } from '../token/introspection.js';
import { verifyAccessToken } from '../token/signed-token.js';

const GOOD = { id: 'sso', issuer: 'https://sso.test', audience: ['https://api.test'], district: '310113' };
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  jest.restoreAllMocks();
  for (const close of closing.splice(0)) await close();
});

function settingsFile(content: unknown): string {
  const file = join(
    mkdtempSync(join(process.env.LIANXIN_TEST_HOME ?? tmpdir(), 'lianxin-provider-')),
    'providers.json',
  );
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const read = (provider: object) => readProviderSettings(settingsFile({ providers: [provider] }))[0]!;

/** A provider of a few lines whose answers a test decides. */
async function stub(settings: object = {}) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const answers: Record<string, unknown> = {};
  const asked: string[] = [];
  const state = { down: false };
  const server = createServer((request, response) => {
    asked.push(request.url!);
    if (state.down) return void response.writeHead(500).end();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[request.url!] ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answers['/.well-known/openid-configuration'] = {
    issuer,
    jwks_uri: `${issuer}/keys`,
    introspection_endpoint: `${issuer}/introspect`,
  };
  answers['/keys'] = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'one' }] };
  const provider = new Provider(read({ ...GOOD, issuer, ...settings }));
  const token = (claims: object = {}) =>
    new SignJWT({ iss: issuer, aud: 'https://api.test', sub: 'a', client_id: 'c', ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' })
      .setIssuedAt()
      .setExpirationTime('2h')
      .sign(privateKey);
  return { provider, issuer, answers, asked, token, state };
}

/** Lets the clock run ahead. */
function pass(seconds: number): void {
  const at = Date.now() + seconds * 1_000;
  jest.spyOn(Date, 'now').mockImplementation(() => at);
}

describe('the configuration of providers', () => {
  test('has safe defaults: asymmetric algorithms, typed access tokens, no second factor, no strangers', () => {
    expect(read(GOOD)).toMatchObject({
      secondFactor: [],
      members: false,
      tokenTypes: ['at+jwt'],
      clockToleranceSeconds: 30,
    });
    expect(read(GOOD).algorithms.some((name) => name.startsWith('HS') || String(name) === 'none')).toBe(false);
  });

  const bad: Readonly<Record<string, object>> = {
    'a shared secret as algorithm': { ...GOOD, algorithms: ['HS256'] },
    'no signature as algorithm': { ...GOOD, algorithms: ['none'] },
    'an issuer by plain http': { ...GOOD, issuer: 'http://sso.test' },
    'the name of the demo': { ...GOOD, id: 'demo' },
    'a name with a colon, which would run into subjects': { ...GOOD, id: 'a:b' },
    'no audience': { ...GOOD, audience: [] },
    'no district': { ...GOOD, district: undefined },
    'a district and a claim for it': { ...GOOD, districtClaim: 'd' },
    'a word nobody knows': { ...GOOD, skipChecks: true },
    'ten minutes of clock tolerance': { ...GOOD, clockToleranceSeconds: 600 },
  };
  test.each(Object.entries(bad))('is refused with %s', (_name, provider) => {
    expect(() => read(provider)).toThrow(/LIANXIN_OIDC_PROVIDERS/);
  });

  test('is refused when two share a name or an issuer, and when the file is no JSON', () => {
    expect(() => readProviderSettings(settingsFile({ providers: [GOOD, { ...GOOD, id: 'b' }] }))).toThrow(/one issuer/);
    expect(() =>
      readProviderSettings(settingsFile({ providers: [GOOD, { ...GOOD, issuer: 'https://b.test' }] })),
    ).toThrow(/one id/);
    expect(() => readProviderSettings(settingsFile('no'))).toThrow(/JSON/);
    expect(() => readProviderSettings('/nowhere')).toThrow(/cannot be read/);
  });
});

describe('a provider', () => {
  test('is waited for three seconds, and no longer', () => {
    expect(new Provider(read(GOOD)).timeoutMs).toBe(3_000);
  });

  test('that publishes another issuer, or keys by plain http elsewhere, is not believed', async () => {
    const { provider, answers, issuer, token } = await stub();
    const address = '/.well-known/openid-configuration';
    answers[address] = { issuer: 'https://evil.test', jwks_uri: `${issuer}/keys` };
    await expect(verifyAccessToken(provider, await token())).rejects.toThrow(/another issuer/);
    answers[address] = { issuer, jwks_uri: 'http://evil.test/keys' };
    await expect(verifyAccessToken(provider, await token())).rejects.toThrow(ProviderUnreachable);
  });

  test('that cannot be reached goes on for a quarter of an hour with the keys last read, and no longer', async () => {
    const { provider, token, state } = await stub();
    const signed = await token();
    await verifyAccessToken(provider, signed);
    state.down = true;
    pass(120);
    expect((await verifyAccessToken(provider, signed)).sub).toBe('a');
    pass(16 * 60);
    await expect(verifyAccessToken(provider, signed)).rejects.toThrow(ProviderUnreachable);
    state.down = false;
    pass(10);
    expect((await verifyAccessToken(provider, signed)).sub).toBe('a');
  });

  test('that withdraws a key is asked again within the minute', async () => {
    const { provider, token, answers } = await stub();
    const signed = await token();
    await verifyAccessToken(provider, signed);
    answers['/keys'] = { keys: [] };
    pass(51);
    await expect(verifyAccessToken(provider, signed)).rejects.toThrow();
  });
});

describe('introspection', () => {
  const secret = join(mkdtempSync(join(process.env.LIANXIN_TEST_HOME ?? tmpdir(), 'lianxin-secret-')), 'secret');
  writeFileSync(secret, 's\n');
  const introspection = { clientId: 'lianxin', clientSecretFile: secret };
  const soon = () => Math.floor(Date.now() / 1_000) + 600;

  test('is asked every half minute; an account ended at the provider is out within the minute', async () => {
    const { provider, answers, asked } = await stub({ introspection });
    const asking = new Introspection(provider);
    answers['/introspect'] = { active: true, aud: 'https://api.test', exp: soon(), sub: 'a' };
    await asking.ask('x');
    answers['/introspect'] = { active: false };
    expect(await asking.ask('x')).not.toBeNull();
    expect(asked.filter((path) => path === '/introspect')).toHaveLength(1);
    pass(31);
    expect(await asking.ask('x')).toBeNull();
  });

  test('that is not answered leaves the last yes standing for fifty seconds', async () => {
    const { provider, answers, state } = await stub({ introspection });
    const asking = new Introspection(provider);
    answers['/introspect'] = { active: true, aud: 'https://api.test', exp: soon() };
    await asking.ask('x');
    state.down = true;
    pass(45);
    expect(await asking.ask('x')).not.toBeNull();
    pass(10);
    await expect(asking.ask('x')).rejects.toThrow(ProviderUnreachable);
  });

  test.each([
    ['for another audience', { aud: 'https://elsewhere.test' }],
    ['without an audience', { aud: undefined }],
    ['from another issuer', { iss: 'https://evil.test' }],
    ['expired', { exp: 1 }],
    ['without an end', { exp: undefined }],
    ['not valid yet', { nbf: 99_999_999_999 }],
    ['of another type', { token_type: 'DPoP' }],
  ])('of a token %s says no', async (_name, changes) => {
    const { provider, answers } = await stub({ introspection });
    answers['/introspect'] = { active: true, aud: 'https://api.test', exp: soon(), ...changes };
    await expect(new Introspection(provider).ask('x')).rejects.toThrow();
  });

  test.each([[{ active: 'true' }], [{ active: 1 }], [{}], [null]])('that answers %j means no', async (answer) => {
    const { provider, answers } = await stub({ introspection });
    answers['/introspect'] = answer && { aud: 'https://api.test', exp: soon(), ...answer };
    expect(await new Introspection(provider).ask('x')).toBeNull();
  });
});

test('an IPv6 address counts with its network, an IPv4 one by itself however it is written', () => {
  const same = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002::', '2001:db8:1:2::9%eth0'];
  expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:1:2::/64']));
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf('::ffff:192.0.2.1')).toBe(networkOf('192.0.2.1'));
});

test('an invitation code is random, and read however it is typed', () => {
  const codes = new Set([...Array(1_000)].map(newInvitationCode));
  expect(codes.size).toBe(1_000);
  expect(digestOfCode(1, 'ABCD-0123-1111-EFGH')).toEqual(digestOfCode(1, ' abcd o123 lIi1 efgh'));
  expect(digestOfCode(1, 'ABCD-0123-1111-EFGH')).not.toEqual(digestOfCode(2, 'ABCD-0123-1111-EFGH'));
});
