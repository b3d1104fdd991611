import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../../../testing/client.js';
import { covered } from '../../../../tests/support/coverage.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { CONTRACT_VERSION, definePermissions, definePlugin } from '../../../kernel/index.js';
import { issueDemoToken, loadPrincipal } from '../index.js';
import { ADMINISTRATORS, installedRoles, permissionsOf } from '../roles.js';
import { change, newAccount } from './administration.js';

const BAOSHAN = '310113';
const YANGPU = '310110';

/** Something that people may do for themselves alone. */
const planted = definePlugin({
  id: 'planted',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '植入', en: 'Planted' },
  permissions: definePermissions({
    'planted:own': { title: { zh: '本人事务', en: 'For oneself' }, grantedTo: ['member'] },
  }),
});

let platform: Platform;
let administrator: Client;
let auditor: Client;

beforeAll(async () => {
  platform = await startPlatform({ workers: 0, plugins: [planted], on: ['planted'] });
  administrator = await platform.as(BAOSHAN, 'administrator');
  auditor = await platform.as(BAOSHAN, 'auditor');
});
afterAll(() => platform.close());

function role(code: string, permissions: readonly string[], more: object = {}) {
  return { code, titleZh: '本区角色', titleEn: 'Own role', scope: 'DISTRICT', permissions, ...more };
}

async function rowOf(code: string) {
  const { districtRoles } = await auditor.query(
    '{ districtRoles(first: 100) { nodes { id code permissions version } } }',
  );
  return districtRoles.nodes.find((node: { code: string }) => node.code === code);
}

/** What an account may do, as read anew from the tables. */
async function permissionsNow(subject: string): Promise<string[]> {
  const principal = await platform.acting(BAOSHAN, (ctx) => loadPrincipal(ctx, subject, { secondFactor: true }));
  return principal?.grants.flatMap(({ permissions }) => [...permissions]) ?? [];
}

async function subjectOf(accountId: string): Promise<string> {
  return (await auditor.query('query ($id: ID!) { node(id: $id) { ... on Account { subject } } }', { id: accountId }))
    .node.subject;
}

describe('a role of the district’s own', () => {
  test('gives what it says to whoever holds it, and no more', async () => {
    expect((await change(administrator, 'createRole', role('own-reader', ['organization:read']))).codes).toEqual([]);
    const reader = await platform.as(BAOSHAN, 'own-reader');
    const asked = '{ viewer { permissions roles { code title } mayCreate: can(permission: "organization:create") } }';
    const { viewer } = await reader.query(asked);
    expect(viewer).toEqual({
      permissions: ['organization:read'],
      roles: [{ code: 'own-reader', title: '本区角色' }],
      mayCreate: false,
    });
    expect((await reader.failed('{ accounts(first: 1) { nodes { id } } }')).extensions.code).toBe('FORBIDDEN');
  });

  test('that is bound to a subtree is given on an organization, and not without', async () => {
    await change(administrator, 'createRole', role('own-local', ['member:read'], { scope: 'SUBTREE' }));
    const accountId = await newAccount(administrator);
    const given = await change(administrator, 'grantRole', { accountId, role: 'own-local' });
    expect(given.codes).toEqual(['ROLE_SCOPE_MISMATCH']);
  });

  test('with an empty list of permissions allows nothing', async () => {
    await change(administrator, 'createRole', role('own-nothing', []));
    const nobody = await platform.as(BAOSHAN, 'own-nothing');
    expect((await nobody.query('{ viewer { permissions } }')).viewer.permissions).toEqual([]);
    expect((await nobody.failed('{ organizations(first: 1) { nodes { id } } }')).extensions.code).toBe('FORBIDDEN');
  });

  test('changes for everybody who holds it', async () => {
    await change(administrator, 'createRole', role('own-changing', ['organization:read', 'statistics:read']));
    const accountId = await newAccount(administrator);
    expect((await change(administrator, 'grantRole', { accountId, role: 'own-changing' })).codes).toEqual([]);
    const subject = await subjectOf(accountId);
    expect(await permissionsNow(subject)).toEqual(['organization:read', 'statistics:read']);
    const { id: roleId, version } = await rowOf('own-changing');
    const changed = { roleId, permissions: ['statistics:read'], expectedVersion: version };
    expect((await change(administrator, 'changeRole', changed)).codes).toEqual([]);
    expect(await permissionsNow(subject)).toEqual(['statistics:read']);
    expect((await change(administrator, 'changeRole', changed)).codes).toEqual(['STALE_VERSION']);
  });

  test('is removed only when nobody holds it, today or later', async () => {
    await change(administrator, 'createRole', role('own-removed', ['organization:read']));
    const accountId = await newAccount(administrator);
    await change(administrator, 'grantRole', { accountId, role: 'own-removed', since: '2998-01-01' });
    const { id: roleId, version } = await rowOf('own-removed');
    const removal = { roleId, expectedVersion: version };
    expect((await change(administrator, 'removeRole', removal)).codes).toEqual(['ROLE_IN_USE']);
    const { accounts } = await auditor.query('{ accounts(first: 100) { nodes { id roles { id role } } } }');
    const held = accounts.nodes.find(({ id }: { id: string }) => id === accountId).roles[0];
    await change(administrator, 'revokeRole', { assignmentId: held.id });
    expect((await change(administrator, 'removeRole', removal)).codes).toEqual([]);
    expect(await rowOf('own-removed')).toBeUndefined();
  });

  test('is not known in another district', async () => {
    await change(administrator, 'createRole', role('own-here', ['organization:read']));
    const other = await platform.as(YANGPU, 'administrator');
    const accountId = await newAccount(other);
    expect((await change(other, 'grantRole', { accountId, role: 'own-here' })).codes).toEqual(['ROLE_UNKNOWN']);
  });

  test('has a history that the auditor reads', async () => {
    const { id } = await change(administrator, 'createRole', role('own-told', ['organization:read']));
    const ask = 'query ($id: ID!) { history(nodeId: $id, first: 10) { nodes { entity verb } } }';
    const { history } = await auditor.query(ask, { id });
    expect(history.nodes).toEqual([{ entity: 'DistrictRole', verb: 'CREATE' }]);
  });
});

describe('what a role of the district’s own may not hold', () => {
  test('any permission of the level above or of the three administrators alone, or one that nobody declares', async () => {
    const { kernel } = platform.app;
    const modules = new Set(kernel.registry.plugins.map(({ id }) => id));
    const ordinary = [...installedRoles(kernel)].filter(
      ([code, { beyondDistrict }]) => !beyondDistrict && !ADMINISTRATORS.has(code),
    );
    const givable = new Set(ordinary.flatMap(([code]) => [...permissionsOf(kernel, modules, code)]));
    const all = kernel.registry.plugins.flatMap((plugin) => Object.keys(plugin.permissions ?? {}));
    const reserved = [...all.filter((permission) => !givable.has(permission)), 'nobody:declares', ''];
    expect(reserved).toEqual(
      expect.arrayContaining(['district:list', 'audit:read', 'access:manage', 'access:appoint']),
    );
    for (const [at, permission] of reserved.entries()) {
      const refused = await change(administrator, 'createRole', role(`own-reserved-${at}`, [permission]));
      expect({ permission, codes: refused.codes }).toEqual({ permission, codes: ['ROLE_PERMISSION_RESERVED'] });
    }
    covered('permissions that no role of a district may hold', reserved.length);
  });

  test('and what stands in its row all the same gives nothing', async () => {
    await change(administrator, 'createRole', role('own-planted', ['organization:read']));
    await platform.as(BAOSHAN, 'own-planted');
    await platform.sql.query(
      `update district_roles set permissions = '["audit:read", "member:read"]' where code = 'own-planted'`,
    );
    expect(await permissionsNow('demo:own-planted')).toEqual(['member:read']);
  });

  test('a code without the prefix, or one that is taken', async () => {
    for (const code of ['administrator', 'own', 'own-', 'Own-x', 'own-x ', `own-${'x'.repeat(40)}`]) {
      expect((await change(administrator, 'createRole', role(code, []))).codes).toEqual(['INVALID_VALUE']);
    }
    await change(administrator, 'createRole', role('own-twice', []));
    expect((await change(administrator, 'createRole', role('own-twice', []))).codes).toEqual(['ROLE_CODE_TAKEN']);
  });

  test('nobody changes a role that they hold', async () => {
    await change(administrator, 'createRole', role('own-mine', ['organization:read']));
    const { id: district } = await platform.district(BAOSHAN);
    await platform.sql.query(
      `with account as (
         insert into principals (district_id, id, subject, name) values ($1, gen_random_uuid(), 'demo:second', '二号') returning id)
       insert into role_assignments (district_id, id, principal_id, role, since)
       select $1, gen_random_uuid(), account.id, role, '2026-01-01' from account, unnest(array['administrator', 'own-mine']) as role`,
      [district],
    );
    const second = new Client(platform.address, await issueDemoToken(platform.app.kernel.home, BAOSHAN, 'second'));
    const { id: roleId, version } = await rowOf('own-mine');
    const wider = { roleId, permissions: ['member:read'], expectedVersion: version };
    expect((await change(second, 'changeRole', wider)).codes).toEqual(['ROLE_TO_ONESELF']);
    expect((await change(administrator, 'changeRole', wider)).codes).toEqual([]);
  });

  test('nobody changes a role that they will hold', async () => {
    const { id: roleId } = await change(administrator, 'createRole', role('own-tomorrow', ['organization:read']));
    const { id: district } = await platform.district(BAOSHAN);
    await platform.sql.query(
      `insert into role_assignments (district_id, id, principal_id, role, since)
       select $1, gen_random_uuid(), id, 'own-tomorrow', '2998-01-01' from principals
       where district_id = $1 and subject = 'demo:administrator'`,
      [district],
    );
    const wider = { roleId, permissions: ['member:read'], expectedVersion: 1 };
    expect((await change(administrator, 'changeRole', wider)).codes).toEqual(['ROLE_TO_ONESELF']);
  });
});

test('a role that is bound to oneself may hold what people hold for themselves, no other may', async () => {
  const { permissions } = await administrator.query('{ permissions { code title ownRoleScopes } }');
  const scopes = Object.fromEntries(
    permissions.map(({ code, ownRoleScopes }: { code: string; ownRoleScopes: string[] }) => [code, ownRoleScopes]),
  );
  expect(scopes['member:read']).toEqual(['DISTRICT', 'SUBTREE', 'SELF']);
  expect(scopes['planted:own']).toEqual(['SELF']);
  expect(scopes['access:appoint']).toEqual([]);
  const everywhere = role('own-everywhere', ['planted:own']);
  expect((await change(administrator, 'createRole', everywhere)).codes).toEqual(['ROLE_PERMISSION_RESERVED']);
  const oneself = role('own-oneself', ['planted:own'], { scope: 'SELF' });
  expect((await change(administrator, 'createRole', oneself)).codes).toEqual([]);
});

test('the list of roles tells which of them the caller may give', async () => {
  const asked = '{ roles { code builtIn secondFactor mayGive } }';
  const { roles } = await administrator.query(asked);
  const byCode = Object.fromEntries(roles.map((one: { code: string }) => [one.code, one]));
  expect(byCode.chair).toEqual({ code: 'chair', builtIn: true, secondFactor: false, mayGive: true });
  expect(byCode.auditor).toEqual({ code: 'auditor', builtIn: true, secondFactor: true, mayGive: false });
  expect(byCode.city).toMatchObject({ secondFactor: true, mayGive: false });
  const security = await platform.as(BAOSHAN, 'security-administrator');
  const theirs = await security.query(asked);
  const given = theirs.roles.filter(({ mayGive }: { mayGive: boolean }) => mayGive);
  expect(given.map(({ code }: { code: string }) => code)).toEqual([...ADMINISTRATORS]);
});
