import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JWTPayload } from 'jose';
import type { Client } from '../../../testing/client.js';
import { covered } from '../../../../tests/support/coverage.js';
import { AUDIENCE, OPAQUE_AUDIENCE } from '../../../../tests/support/identity-provider.js';
import { passTime, passTrust } from '../../../../tests/support/shifted-clock.js';
import { PROVIDER, registerClient, SigningIn } from '../../../../tests/support/signing-in.js';

const BAOSHAN = '310113';
const NAME = '{ viewer { name permissions } }';
const LOGOUT = { 'http://schemas.openid.net/event/backchannel-logout': {} };
/** What the product promises; sessions are in fact looked at again every five seconds. */
const TRUST_MS = 60_000;

let signing: SigningIn;
beforeAll(async () => {
  signing = await SigningIn.start();
});
afterAll(() => signing?.close());

const now = () => Math.floor(Date.now() / 1_000);

async function isIn(client: Client): Promise<boolean> {
  return (await client.send(NAME)).status === 200;
}

/** Milliseconds from `start` until something has ended; infinite when it lasts longer than it may. */
async function timeUntil(ended: () => Promise<boolean>, start = Date.now()): Promise<number> {
  while (!(await ended())) {
    if (Date.now() - start > TRUST_MS) return Number.POSITIVE_INFINITY;
    passTime(500);
  }
  return Date.now() - start;
}

const timeUntilRefused = (client: Client, start?: number) => timeUntil(async () => !(await isIn(client)), start);

/** A logout token that is good in every respect, with changes laid over it. */
function logoutToken(changes: Readonly<Record<string, unknown>> = {}, header = {}): Promise<string> {
  const { issuer: iss } = signing.idp;
  const good = { iss, aud: 'app', iat: now(), exp: now() + 120, jti: crypto.randomUUID(), sub: 'lea', events: LOGOUT };
  return signing.idp.sign({ ...good, ...changes } as JWTPayload, { typ: 'logout+jwt', ...header });
}

async function send(token: string, provider = PROVIDER): Promise<number> {
  const body = new URLSearchParams({ logout_token: token });
  const address = `${signing.platform.address}/identity/backchannel-logout/${provider}`;
  const response = await fetch(address, { method: 'POST', body });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return response.status;
}

describe('within the time of trust', () => {
  test('a session ended at the provider stops here, and the person’s other session goes on', async () => {
    const [here, elsewhere] = await Promise.all([signing.as({ sub: 'ida' }), signing.as({ sub: 'ida' })]);
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, true]);
    await signing.idp.logOut(here.session);
    expect(await timeUntilRefused(here)).toBeLessThan(TRUST_MS);
    expect(await isIn(elsewhere)).toBe(true);
    expect(await isIn(await signing.as({ sub: 'ida' }))).toBe(true);
  });

  test('a person logged out as a whole, a suspended account, a lost role, group and client all stop', async () => {
    const { platform } = signing;
    const { id: districtId } = await platform.district(BAOSHAN);
    await registerClient(platform, BAOSHAN, 'other-app');
    await platform.sql.query(
      `insert into group_roles (district_id, id, provider, group_name, role, mapped_by)
       values ($1, gen_random_uuid(), $2, 'statisticians', 'front-end', gen_random_uuid())`,
      [districtId, PROVIDER],
    );
    const callers = {
      'logged out everywhere': await signing.as({ sub: 'lea' }),
      'logged out everywhere, opaque': await signing.as({ sub: 'lea', audience: OPAQUE_AUDIENCE }),
      suspended: await signing.as({ sub: 'sam' }),
      'through a client that is suspended': await signing.as({ sub: 'cleo', client: 'other-app' }),
    };
    const grouped = await signing.as({ sub: 'gus', groups: ['statisticians'] });
    for (const client of Object.values(callers)) expect(await isIn(client)).toBe(true);
    expect((await grouped.query(NAME)).viewer.permissions).toContain('organization:read');

    expect(await send(await logoutToken())).toBe(200);
    const subject = [`${PROVIDER}:sam`];
    await platform.sql.query(`update principals set status = 'SUSPENDED' where subject = $1`, subject);
    await platform.sql.query(`update api_clients set status = 'SUSPENDED' where name = 'other-app'`);
    await platform.sql.query('delete from group_roles');
    const start = Date.now();
    for (const [name, client] of Object.entries(callers)) {
      expect([name, (await timeUntilRefused(client, start)) < TRUST_MS]).toEqual([name, true]);
    }
    const powerless = async () => (await grouped.query(NAME)).viewer.permissions.length === 0;
    expect(await timeUntil(powerless, start)).toBeLessThan(TRUST_MS);
    covered('ways to be stopped', Object.keys(callers).length + 1);
  });

  test('somebody who is stopped would be noticed to be in: the clock of these tests runs for those who are not', async () => {
    const free = await signing.as({ sub: 'free' });
    passTrust();
    expect(await isIn(free)).toBe(true);
  });

  test('tokens from before a logout stay refused, those from after it are let in', async () => {
    const token = (issuedAt: number) => {
      const person = { iss: signing.idp.issuer, aud: AUDIENCE, sub: 'lou', client_id: 'app', district: BAOSHAN };
      return signing.idp.sign({ ...person, iat: issuedAt, exp: now() + 300 });
    };
    const tokens = [await token(now() - 120), await token(now() - 60), await token(now() - 59)];
    expect(await send(await logoutToken({ sub: 'lou', iat: now() - 60 }))).toBe(200);
    const seen = await Promise.all(tokens.map((one) => isIn(signing.caller(one))));
    expect(seen).toEqual([false, false, true]);
  });
});

describe('a logout token', () => {
  test('counts once', async () => {
    const token = await logoutToken({ sub: 'once' });
    expect([await send(token), await send(token)]).toEqual([200, 400]);
  });

  test('received by two processes at once is noted once', async () => {
    const token = await logoutToken({ sub: 'at-once' });
    const answers = await Promise.all([send(token), send(token), send(token)]);
    expect(answers.sort()).toEqual([200, 400, 400]);
  });

  const bad: Readonly<Record<string, () => Promise<string>>> = {
    'for another audience': () => logoutToken({ aud: AUDIENCE }),
    'from another issuer': () => logoutToken({ iss: 'https://evil.test' }),
    expired: () => logoutToken({ exp: now() - 60 }),
    'made long ago': () => logoutToken({ iat: now() - 600 }),
    'without a time': () => logoutToken({ iat: undefined }),
    'without an id': () => logoutToken({ jti: undefined }),
    'without events': () => logoutToken({ events: undefined }),
    'with another event': () => logoutToken({ events: { 'http://schemas.openid.net/event/other': {} } }),
    'with a nonce': () => logoutToken({ nonce: 'n' }),
    'about nobody': () => logoutToken({ sub: undefined }),
    'of the type of an access token': () => logoutToken({}, { typ: 'at+jwt' }),
    'signed by nobody': async () => `${(await logoutToken()).split('.').slice(0, 2).join('.')}.`,
    'that is an ID token': async () => (await signing.as({ sub: 'lea' })).session.idToken,
    'that is an access token': async () => (await signing.as({ sub: 'lea' })).session.accessToken,
    'that is nothing': async () => 'x',
  };

  test('that is not good logs nobody out', async () => {
    const { sql } = signing.platform;
    const count = async () => (await sql.query('select count(*)::int as n from identity_logouts')).rows[0].n;
    const before = await count();
    for (const [name, make] of Object.entries(bad)) expect([name, await send(await make())]).toEqual([name, 400]);
    expect(await send(await logoutToken(), 'nobody')).toBe(400);
    expect(await count()).toBe(before);
    covered('bad logout tokens', Object.keys(bad).length);
  });

  test('is kept as digests: the table names nobody', async () => {
    await send(await logoutToken({ sub: 'canary-of-a-subject', sid: 'canary-of-a-session' }));
    const { rows } = await signing.platform.sql.query(
      `select t::text from identity_logouts t union all select r::text from audit_records r where action like 'identity:%logout'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('canary');
  });
});
