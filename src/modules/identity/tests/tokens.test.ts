import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createLocalJWKSet,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { covered } from '../../../../tests/support/coverage.js';
import { AUDIENCE, OPAQUE_AUDIENCE } from '../../../../tests/support/identity-provider.js';
import { passTime, passTrust } from '../../../../tests/support/shifted-clock.js';
import { PROVIDER, SigningIn } from '../../../../tests/support/signing-in.js';
import { issueDemoToken, readDemoToken } from '../../access/demo-issuer.js';
import { authenticate } from '../token/authenticate.js';

const NAME = '{ viewer { name } }';
/** How soon after reading its keys the provider is asked again because of a key nobody knows. */
const COOLDOWN_MS = 10_000;

let signing: SigningIn;
beforeAll(async () => {
  signing = await SigningIn.start();
});
afterAll(() => signing?.close());

const now = () => Math.floor(Date.now() / 1_000);

/** Claims of a token that is good in every respect, with changes laid over them; `undefined` takes a claim away. */
function claims(changes: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const issuedAt = now();
  const good = { iss: signing.idp.issuer, aud: AUDIENCE, sub: 'anna', client_id: 'app', district: '310113' };
  return { ...good, iat: issuedAt, exp: issuedAt + 300, jti: crypto.randomUUID(), ...changes };
}

const signed = (changes?: Readonly<Record<string, unknown>>, header?: Parameters<typeof signing.idp.sign>[1]) =>
  signing.idp.sign(claims(changes), header);

/** Well signed by the provider's own key, and wrong in one thing. */
const unfit: Readonly<Record<string, () => Promise<string>>> = {
  'for another audience': () => signed({ aud: 'https://elsewhere.test' }),
  'without an audience': () => signed({ aud: undefined }),
  'with the issuer written otherwise': () => signed({ iss: `${signing.idp.issuer}/` }),
  'from an issuer nobody configured': () => signed({ iss: 'https://evil.test' }),
  expired: () => signed({ exp: now() - 31 }),
  'without an end': () => signed({ exp: undefined }),
  'not valid yet': () => signed({ nbf: now() + 60 }),
  'made in the future': () => signed({ iat: now() + 60 }),
  'without its time of making': () => signed({ iat: undefined }),
  'a day old, good for a year': () => signed({ iat: now() - 25 * 3_600, exp: now() + 31_536_000 }),
  'of type JWT': () => signed({}, { typ: 'JWT' }),
  'of no type': () => signed({}, { typ: undefined }),
  'an ID token': () => signed({ nonce: 'n', at_hash: 'h' }),
  'a logout token': () => signed({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }),
  'a refresh token': () => signed({ typ: 'Refresh' }),
  'an ID token as Cognito marks it': () => signed({ token_use: 'id' }),
  'a refresh token as Hydra marks it': () => signed({ token_use: 'refresh_token' }),
  'bound to a key of its holder': () => signed({ cnf: { jkt: 'thumbprint' } }),
  'of no client': () => signed({ client_id: undefined }),
  'of two clients': () => signed({ azp: 'other-app' }),
  'of a client nobody registered': () => signed({ client_id: 'other-app' }),
  'of a client for itself': () => signed({ sub: 'app' }),
  'of nobody': () => signed({ sub: undefined }),
  'of somebody with an empty name': () => signed({ sub: '' }),
  'of somebody with a line break in the name': () => signed({ sub: 'anna\nadministrator' }),
  'of somebody with an endless name': () => signed({ sub: 'a'.repeat(2_000) }),
  'for no district': () => signed({ district: undefined }),
  'for several districts': () => signed({ district: ['310113', '310110'] }),
  'for a district that the provider does not serve': () => signed({ district: '310115' }),
  'for a district that does not exist': () => signed({ district: '999999' }),
};

/** Not made by the provider at all. */
const forged: Readonly<Record<string, () => Promise<string>>> = {
  'with no signature (alg none)': async () => new UnsecuredJWT(claims()).encode(),
  'signed with the public key as a shared secret (HS256)': async () =>
    new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: signing.idp.publicKey.kid! })
      .sign(new TextEncoder().encode(JSON.stringify(signing.idp.publicKey))),
  'signed by another key of the same name': async () => signing.idp.sign(claims(), {}, await strangerKey()),
  'with its key in the header': async () => {
    const key = await strangerKey();
    const { n, e, kty } = key;
    return signing.idp.sign(claims(), { jwk: { n, e, kty } as never }, key);
  },
  'with the address of its keys in the header': async () =>
    signing.idp.sign(claims(), { jku: elsewhere, x5u: elsewhere }, await strangerKey()),
  'under a key nobody published': async () => signing.idp.sign(claims(), { kid: 'unknown' }),
  'changed after signing': async () => {
    const [header, , signature] = (await signed()).split('.');
    const payload = Buffer.from(JSON.stringify(claims({ sub: 'somebody-else' }))).toString('base64url');
    return `${header}.${payload}.${signature}`;
  },
  'without its signature': async () => `${(await signed()).split('.').slice(0, 2).join('.')}.`,
  'with a critical header nobody knows': async () => {
    const [, payload, signature] = (await signed()).split('.');
    const header = { alg: 'RS256', typ: 'at+jwt', kid: signing.idp.publicKey.kid, crit: ['x'], x: 1 };
    return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`;
  },
};

let stranger: Awaited<ReturnType<typeof exportJWK>> | undefined;

/** A key that the provider has never had, under the name of its own. */
async function strangerKey() {
  stranger ??= await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey);
  return { ...stranger, alg: 'RS256', kid: signing.idp.publicKey.kid! };
}

/** A server that a header may point to, and that nobody may ask. */
let elsewhere = '';
let asked = 0;
const strange = createServer((_request, response) => {
  asked += 1;
  response.end('{"keys":[]}');
});
beforeAll(async () => {
  await new Promise<void>((resolve) => strange.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(strange.address() as AddressInfo).port}/keys`;
});
afterAll(() => void strange.close());

/** The bad tokens that something lets pass. */
async function accepted(
  tokens: Readonly<Record<string, () => Promise<string>>>,
  passes: (token: string) => Promise<boolean>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, make] of Object.entries(tokens)) if (await passes(await make())) found.push(name);
  return found;
}

/** Whether the platform lets a token in; anything but "in" and "not signed in" is a fault. */
async function letsIn(token: string): Promise<boolean> {
  const { status, data, errors } = await signing.caller(token).send(NAME);
  if (status === 200 && data?.viewer) return true;
  expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  return false;
}

describe('a token of the provider', () => {
  test('by code and PKCE lets somebody in as nobody yet, who may do nothing', async () => {
    const anna = await signing.as({ sub: 'anna' });
    const { viewer } = await anna.query('{ viewer { name permissions roles { code } member { id } } }');
    expect(viewer).toEqual({ name: '（未绑定）', permissions: [], roles: [], member: null });
    expect((await anna.failed('{ members(first: 1) { nodes { id } } }')).extensions.code).toBe('FORBIDDEN');
  });

  test('in all its claims as it should be is let in, and half a minute of clocks apart is forgiven', async () => {
    expect(await letsIn(await signed())).toBe(true);
    expect(await letsIn(await signed({ exp: now() - 20 }))).toBe(true);
    expect(await letsIn(await signed({ iat: now() + 20, nbf: now() + 20 }))).toBe(true);
    expect(await letsIn(await signed({ client_id: undefined, azp: 'app' }))).toBe(true);
    for (const use of ['access', 'access_token']) expect(await letsIn(await signed({ token_use: use }))).toBe(true);
  });

  test('that is unfit or forged is refused, without a word about why', async () => {
    expect(await accepted({ ...unfit, ...forged }, letsIn)).toEqual([]);
    expect(asked).toBe(0);
    expect(await letsIn((await signing.as({ sub: 'anna' })).session.idToken)).toBe(false);
    covered('bad tokens', Object.keys(unfit).length + Object.keys(forged).length);
  });

  test('that is unfit is wrong in that one thing: a check of the signature alone would let every one pass', async () => {
    const keys = createLocalJWKSet({ keys: [signing.idp.publicKey as never] });
    const passes = (token: string) =>
      jwtVerify(token, keys, { currentDate: new Date(0) }).then(
        () => true,
        () => false,
      );
    const times = ['not valid yet', 'made in the future'];
    const missed = Object.keys(unfit).filter((name) => !times.includes(name));
    expect(await accepted(unfit, passes)).toEqual(expect.arrayContaining(missed));
  });

  test('that is forged is forged well: somebody who only reads claims would let every one pass', async () => {
    const passes = async (token: string) => decodeJwt(token).iss === signing.idp.issuer;
    expect(await accepted(forged, passes)).toEqual(Object.keys(forged));
  });

  test('gives roles with a second factor only when the provider names one that counts', async () => {
    const ask = async (changes: Readonly<Record<string, unknown>>) => {
      const token = await signed({ sub: 'boss', ...changes });
      const { data, errors } = await signing.caller(token).send('{ accounts(first: 1) { nodes { id } } }');
      return errors[0]?.extensions.code ?? (data.accounts && 'in');
    };
    await ask({});
    await signing.platform.sql.query(
      `insert into role_assignments (district_id, id, principal_id, role, since)
       select district_id, gen_random_uuid(), id, 'administrator', '2026-01-01' from principals where subject = $1`,
      [`${PROVIDER}:boss`],
    );
    const weak = [
      { jti: 'a' },
      { acr: 'silver' },
      { acr: '' },
      { amr: ['pwd'] },
      { amr: 'pwd otp' },
      { acr: { gold: 1 } },
    ];
    passTrust();
    for (const one of weak) expect([one, await ask(one)]).toEqual([one, 'SECOND_FACTOR_REQUIRED']);
    for (const one of [{ acr: 'gold' }, { amr: ['pwd', 'otp'] }]) expect([one, await ask(one)]).toEqual([one, 'in']);
  });
});

test('a token of the demo is none where the demo is off', async () => {
  const { kernel } = signing.platform.app;
  const token = await issueDemoToken(kernel.home, '310113', 'administrator');
  expect(await readDemoToken(token, kernel)).not.toBeNull();
  expect(await readDemoToken(token, { ...kernel, demo: false })).toBeNull();
  expect(await authenticate(token, { ...kernel, demo: false })).toBeNull();
});

describe('keys of the provider', () => {
  test('may change while people work: the new one is found, the old one is forgotten', async () => {
    const before = await signing.as({ sub: 'bert' });
    await before.query(NAME);
    await signing.idp.rotate({ keep: true });
    passTime(COOLDOWN_MS);
    const after = await signing.as({ sub: 'bert' });
    await Promise.all([after.query(NAME), before.query(NAME)]);
    await signing.idp.rotate();
    passTime(COOLDOWN_MS);
    await (await signing.as({ sub: 'bert' })).query(NAME);
    // Finding the newest key has brought the whole set up to date: what was signed with the others is refused, once it is
    // no longer believed for having been proven.
    passTrust();
    expect(await letsIn(before.token!)).toBe(false);
    expect(await letsIn(after.token!)).toBe(false);
  });

  test('are not asked for again by tokens that name keys nobody has, more often than the pause allows', async () => {
    const tokens = await Promise.all([...Array(20)].map((_, n) => signing.idp.sign(claims(), { kid: `unknown-${n}` })));
    passTime(COOLDOWN_MS);
    const before = signing.idp.requests;
    await Promise.all(tokens.map((token) => letsIn(token)));
    expect(signing.idp.requests - before).toBeLessThanOrEqual(2);
  });
});

describe('an opaque token', () => {
  test('is asked about, once for many requests', async () => {
    const carl = await signing.as({ sub: 'carl', audience: OPAQUE_AUDIENCE });
    expect(carl.token).not.toContain('.');
    const before = signing.idp.requests;
    await Promise.all([carl.query(NAME), carl.query(NAME)]);
    await carl.query(NAME);
    expect(signing.idp.requests - before).toBe(1);
  });

  test('that the provider does not know is refused', async () => {
    expect(await letsIn('nobody-made-this-one')).toBe(false);
  });
});
