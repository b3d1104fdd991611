import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../../../testing/client.js';
import { covered } from '../../../../tests/support/coverage.js';
import { plugins } from '../../../../tests/support/installed.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import {
  CONTRACT_VERSION,
  type Credentials,
  definePlugin,
  parseGlobalId,
  type Principal,
  type RequestContext,
  SYSTEM_PRINCIPAL_ID,
} from '../../../kernel/index.js';
import { loadPrincipal } from '../../access/index.js';
import { throughClient } from '../index.js';
import { BAOSHAN, change, issueKey, refusals, register, YANGPU } from './registered.js';

let turn = 0;

/** Tokens of users who signed in through a client: `via.<subject>.<external id>.<turn>`; the turn lets nothing be remembered. */
async function readVia(token: string): Promise<Credentials | null> {
  const [kind, subject = '', external = ''] = token.split('.');
  if (kind !== 'via' && kind !== 'blind') return null;
  const text = (part: string) => Buffer.from(part, 'base64url').toString();
  return {
    districtCode: BAOSHAN,
    cacheKey: token,
    load: async (ctx) => {
      const user = await loadPrincipal(ctx, text(subject), { secondFactor: true });
      const through = user && (await throughClient(ctx, user, text(external)));
      // The fault that the comparison below must catch: it forgets to cut.
      return kind === 'blind' && through ? ({ ...through, grants: user.grants } satisfies Principal) : through;
    },
  };
}

const signIn = definePlugin({
  id: 'planted',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '经应用登录', en: 'Sign-in through a client' },
  authenticate: readVia,
});

let platform: Platform;
let administrator: Client;
let member: Client;

beforeAll(async () => {
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: [...plugins, signIn],
    on: [...plugins.map(({ id }) => id), 'planted'],
  });
  administrator = await platform.as(BAOSHAN, 'administrator');
  member = await platform.as(BAOSHAN, 'member');
});
afterAll(() => platform.close());

function via(role: string, external: string, kind = 'via'): Client {
  const part = (text: string) => Buffer.from(text).toString('base64url');
  turn += 1;
  return new Client(platform.address, [kind, part(`demo:${role}`), part(external), turn].join('.'));
}

const permissionsOf = async (client: Client): Promise<string[]> =>
  (await client.query('{ viewer { permissions } }')).viewer.permissions;

async function allow(by: Client, clientId: string, permissions: string[], expiresAt?: string) {
  const operation = `mutation ($input: AllowClientInput!) { allowClient(input: $input) { access { allowed asks { code } } userErrors { code path } } }`;
  return (await by.mutate(operation, { input: { clientId, permissions, expiresAt } })).access;
}

describe('somebody who acts through a client', () => {
  test('may do what client’s scopes, own permissions and consent have in common, for every permission', async () => {
    const all = platform.registry.plugins.flatMap((plugin) => Object.keys(plugin.permissions ?? {})).sort();
    // Each permission falls into one of four: asked for and allowed, asked for alone, allowed by nobody, neither.
    const scopes = all.filter((_, index) => index % 3 !== 0);
    const consented = scopes.filter((_, index) => index % 2 === 0);
    const third = await register(administrator, { scopes, externalClientId: 'city:third' });
    await register(administrator, { scopes, firstParty: true, externalClientId: 'city:own' });
    let tried = 0;
    for (const role of ['administrator', 'organizer', 'chair', 'member', 'auditor']) {
      const person = await platform.as(BAOSHAN, role);
      const held = await permissionsOf(person);
      expect(await permissionsOf(via(role, 'city:third'))).toEqual([]);
      await allow(person, third.id, consented);
      const common = (reach: string[]) => held.filter((permission) => reach.includes(permission));
      expect(await permissionsOf(via(role, 'city:third'))).toEqual(common(consented));
      expect(await permissionsOf(via(role, 'city:own'))).toEqual(common(scopes));
      expect(await permissionsOf(via(role, 'city:third', 'blind'))).not.toEqual(common(consented));
      tried += all.length * 2;
    }
    covered('permissions of roles tried through clients', tried);
  });

  test('sees oneself through it only as far as allowed', async () => {
    const { id } = await register(administrator, {
      scopes: ['member:read', 'organization:read'],
      externalClientId: 'city:self',
    });
    const ask = '{ viewer { member { id } organizations { id } client { id } } members(first: 5) { nodes { id } } }';
    expect((await via('member', 'city:self').failed(ask)).extensions.code).toBe('FORBIDDEN');
    expect(
      (await via('member', 'city:self').query('{ viewer { member { id } organizations { id } client { id } } }'))
        .viewer,
    ).toEqual({ member: null, organizations: [], client: { id } });
    await allow(member, id, ['member:read']);
    const seen = await via('member', 'city:self').query(ask);
    expect([seen.viewer.member !== null, seen.members.nodes.length]).toEqual([true, 1]);
  });

  test('is told by name only to a program that may read members', async () => {
    const { id } = await register(administrator, {
      scopes: ['member:read', 'organization:read'],
      externalClientId: 'city:curious',
    });
    await register(administrator, { scopes: ['organization:read'], firstParty: true, externalClientId: 'city:app' });
    const nameThrough = async (external: string): Promise<string> =>
      (await via('member', external).query('{ viewer { name } }')).viewer.name;
    const { name } = (await member.query('{ viewer { name } }')).viewer;
    expect([await nameThrough('city:curious'), await nameThrough('city:app')]).toEqual(['', name]);
    await allow(member, id, ['organization:read']);
    expect(await nameThrough('city:curious')).toBe('');
    await allow(member, id, ['member:read']);
    expect(await nameThrough('city:curious')).toBe(name);
  });

  test('does not change a role of one’s own through a client that sees nothing of it', async () => {
    const { id: districtId } = await platform.district(BAOSHAN);
    const roleId = (
      await administrator.mutate(
        `mutation ($input: CreateRoleInput!) { createRole(input: $input) { role { id } userErrors { code } } }`,
        { input: { code: 'own-cut', titleZh: '自定', titleEn: 'Own', scope: 'DISTRICT', permissions: [] } },
      )
    ).role.id;
    await platform.sql.query(
      `insert into role_assignments (district_id, id, principal_id, role, since)
       select $1, gen_random_uuid(), id, 'own-cut', '2026-01-01' from principals
       where district_id = $1 and subject = 'demo:administrator'`,
      [districtId],
    );
    await register(administrator, {
      scopes: ['access:read', 'access:manage'],
      firstParty: true,
      externalClientId: 'city:admin',
    });
    const wider = { roleId, permissions: ['member:read'], expectedVersion: 1 };
    for (const caller of [administrator, via('administrator', 'city:admin')]) {
      const answer = await caller.query(
        'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { userErrors { code } } }',
        { input: wider },
      );
      expect(answer.changeRole.userErrors).toEqual([{ code: 'ROLE_TO_ONESELF' }]);
    }
    await platform.sql.query(`delete from role_assignments where role = 'own-cut'`);
  });

  test('is refused altogether through one that is unknown, suspended or of another district', async () => {
    const { id } = await register(administrator, { externalClientId: 'city:stopped' });
    await register(await platform.as(YANGPU, 'administrator'), { externalClientId: 'city:yangpu', firstParty: true });
    expect(await permissionsOf(via('member', 'city:stopped'))).toEqual([]);
    await change(administrator, 'suspendClient', { clientId: id, suspended: true, expectedVersion: 1 });
    for (const external of ['city:stopped', 'city:yangpu', 'city:nobody', '']) {
      expect((await via('member', external).failed('{ viewer { name } }')).extensions.code).toBe('UNAUTHENTICATED');
    }
    await change(administrator, 'suspendClient', { clientId: id, suspended: false, expectedVersion: 2 });
    expect(await permissionsOf(via('member', 'city:stopped'))).toEqual([]);
  });

  test('comes from the client’s addresses, and signed when the client signs', async () => {
    await register(administrator, { externalClientId: 'city:far', addresses: ['203.0.113.0/24'], firstParty: true });
    const signingKey = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
    await register(administrator, { externalClientId: 'city:signing', signingKey, firstParty: true });
    for (const external of ['city:far', 'city:signing']) {
      expect((await via('administrator', external).failed('{ viewer { name } }')).extensions.code).toBe(
        'UNAUTHENTICATED',
      );
    }
  });
});

describe('consent', () => {
  const scopes = ['member:read', 'organization:read'];

  test('shows beforehand what is asked, replaces what was given, ends when withdrawn or over, and leaves a trace', async () => {
    const { id } = await register(administrator, { scopes, externalClientId: 'city:consent' });
    const ask = `{ clientAccess(externalClientId: "city:consent") { clientId name allowed since asks { code title } } viewer { allowedClients { clientId allowed } } }`;
    const before = await member.query(ask, {}, { locale: 'en' });
    expect(before.clientAccess).toEqual({
      clientId: id,
      name: '对账系统',
      allowed: [],
      since: null,
      asks: [
        { code: 'member:read', title: 'See members' },
        { code: 'organization:read', title: 'See union bodies' },
      ],
    });
    await allow(member, id, scopes);
    expect(await permissionsOf(via('member', 'city:consent'))).toEqual(scopes);
    await allow(member, id, ['organization:read'], new Date(Date.now() + 3_600_000).toISOString());
    expect(await permissionsOf(via('member', 'city:consent'))).toEqual(['organization:read']);
    expect((await member.query(ask)).viewer.allowedClients).toContainEqual({
      clientId: id,
      allowed: ['organization:read'],
    });
    await platform.sql.query(
      `update client_consents set expires_at = expires_at - interval '1 hour' where client_id = $1`,
      [parseGlobalId(id)!.uuid],
    );
    expect(await permissionsOf(via('member', 'city:consent'))).toEqual([]);
    await allow(member, id, scopes);
    await member.mutate(
      'mutation ($input: WithdrawClientInput!) { withdrawClient(input: $input) { userErrors { code } } }',
      { input: { clientId: id } },
    );
    expect(await permissionsOf(via('member', 'city:consent'))).toEqual([]);
    expect(await refusals(member, 'withdrawClient', { clientId: id })).toEqual(['NOT_FOUND input.clientId']);
    const { rows } = await platform.sql.query(
      `select count(*)::int as kept, count(withdrawn_at)::int as ended from client_consents n join api_clients c on c.id = n.client_id
       where c.external_client_id = 'city:consent'`,
    );
    expect(rows).toEqual([{ kept: 3, ended: 3 }]);
  });

  test('is given in person: neither through a third party nor with a key nor for what nobody asked', async () => {
    const { id } = await register(administrator, { scopes, externalClientId: 'city:greedy' });
    const own = await register(administrator, { scopes, externalClientId: 'city:ours', firstParty: true });
    const wanted = { clientId: id, permissions: scopes };
    expect(await refusals(via('member', 'city:greedy'), 'allowClient', wanted)).toEqual(['FORBIDDEN']);
    const alone = new Client(platform.address, await issueKey(administrator, own.id));
    expect(await refusals(alone, 'allowClient', wanted)).toEqual(['CLIENT_MAY_NOT_CONSENT']);
    expect(await refusals(member, 'allowClient', { ...wanted, permissions: ['member:read', 'access:manage'] })).toEqual(
      ['CLIENT_SCOPE_NOT_ASKED input.permissions.1'],
    );
    expect(await refusals(member, 'allowClient', { ...wanted, clientId: own.id })).toEqual([
      'CLIENT_NOT_FOR_CONSENT input.clientId',
    ]);
    expect(await refusals(member, 'allowClient', { ...wanted, expiresAt: '2020-01-01T00:00:00Z' })).toEqual([
      'CLIENT_CONSENT_EXPIRY_INVALID input.expiresAt',
    ]);
    expect(await permissionsOf(via('member', 'city:greedy'))).toEqual([]);
    expect((await allow(via('member', 'city:ours'), id, ['member:read'])).allowed).toEqual(['member:read']);
  });
});

test('somebody who may do nothing through a program stands in the audit as an account, not by name', async () => {
  const { id } = await register(administrator, { externalClientId: 'city:nothing' });
  await refusals(via('member', 'city:nothing'), 'withdrawClient', { clientId: id });
  const { rows } = await platform.sql.query(
    `select actor_name = 'account:' || actor_id as unnamed from audit_records where action = 'withdrawClient' and verb = 'REFUSED'`,
  );
  expect(rows).toEqual([{ unnamed: true }]);
});

test('thousands of wrong values in one request are not answered one by one', async () => {
  const { id } = await register(administrator, { externalClientId: 'city:many' });
  const input = { clientId: id, permissions: Array<string>(20_000).fill('a') };
  const answered = await refusals(member, 'allowClient', input);
  expect(answered).toHaveLength(100);
  expect(answered.at(-1)).toBe('CLIENT_SCOPE_NOT_ASKED input.permissions.99');
});

test('no mutation that asks for no permission is open to a third party, whoever signed in', async () => {
  const mutations = Object.values(platform.app.superset.schema.getMutationType()!.getFields());
  const open = mutations.filter(({ extensions }) => extensions.permission === 'signed-in');
  const codesThrough = (firstParty: boolean) =>
    platform.acting(BAOSHAN, async (ctx) => {
      const principal = { ...ctx.principal!, client: { id: SYSTEM_PRINCIPAL_ID, name: 'x', firstParty } };
      const through = Object.create(ctx, { principal: { value: principal } }) as RequestContext;
      return Promise.all(
        open.map(async ({ resolve }) => {
          const answered = Promise.resolve(resolve!({}, {}, through, {} as never)).catch(() => ({ userErrors: [] }));
          const { userErrors } = (await answered) as { userErrors: { code: string }[] };
          return userErrors[0]?.code;
        }),
      );
    });
  expect(new Set(await codesThrough(false))).toEqual(new Set(['FORBIDDEN']));
  // The guard is what stopped them: with a client of the federation's own they go on, and fail for want of an input.
  expect(await codesThrough(true)).not.toContain('FORBIDDEN');
  covered('mutations without a permission, closed to third parties', open.length);
});
