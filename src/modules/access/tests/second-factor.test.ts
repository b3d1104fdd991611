import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../../../testing/client.js';
import { covered } from '../../../../tests/support/coverage.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { CONTRACT_VERSION, definePlugin } from '../../../kernel/index.js';
import { issueDemoToken, loadPrincipal } from '../index.js';
import { installedRoles } from '../roles.js';

const BAOSHAN = '310113';

/** Signs in whoever is named, with one factor or with two: `factors.1.chair`. */
const planted = definePlugin({
  id: 'planted',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '植入', en: 'Planted' },
  authenticate: async (token) => {
    const [, factors, role] = /^factors\.([12])\.([a-z-]+)$/.exec(token) ?? [];
    if (!factors) return null;
    const secondFactor = factors === '2';
    return {
      districtCode: BAOSHAN,
      cacheKey: token,
      load: (ctx) => loadPrincipal(ctx, `demo:${role}`, { secondFactor }),
    };
  },
});

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', workers: 0, plugins: [planted], on: ['planted'] });
});
afterAll(() => platform.close());

function signedIn(factors: 1 | 2, role: string): Client {
  return new Client(platform.address, `factors.${factors}.${role}`);
}

const VIEWER = '{ viewer { permissions withheld } }';
const ACCOUNTS = '{ accounts(first: 1) { nodes { id } } }';

describe('without a second factor', () => {
  test('roles that ask for one give nothing, and all others what they give with it', async () => {
    const roles = [...installedRoles(platform.app.kernel)];
    const asking = roles.filter(([, { secondFactor }]) => secondFactor).map(([code]) => code);
    expect(asking).toEqual(['city', 'administrator', 'security-administrator', 'auditor']);
    for (const [role] of roles) {
      const { viewer: one } = await signedIn(1, role).query(VIEWER);
      const { viewer: two } = await signedIn(2, role).query(VIEWER);
      const expected = asking.includes(role)
        ? { permissions: [], withheld: two.permissions }
        : { permissions: two.permissions, withheld: [] };
      expect({ role, ...one }).toEqual({ role, ...expected });
      expect(two.withheld).toEqual([]);
    }
    covered('roles signed in with one factor and with two', roles.length);
  });

  test('what is withheld is refused by its name, and what one never had is not', async () => {
    expect((await signedIn(1, 'administrator').failed(ACCOUNTS)).extensions.code).toBe('SECOND_FACTOR_REQUIRED');
    expect((await signedIn(1, 'chair').failed(ACCOUNTS)).extensions.code).toBe('FORBIDDEN');
    await signedIn(2, 'administrator').query(ACCOUNTS);
  });

  test('a mutation is refused as data, and does nothing', async () => {
    const input = { subject: 'demo:planted', name: '未登记' };
    const mutation =
      'mutation ($input: RegisterAccountInput!) { registerAccount(input: $input) { userErrors { code } } }';
    const [error] = await signedIn(1, 'administrator').refused(mutation, { input });
    expect(error!.code).toBe('SECOND_FACTOR_REQUIRED');
    const { rows } = await platform.sql.query(`select 1 from principals where subject = 'demo:planted'`);
    expect(rows).toEqual([]);
  });

  test('no row is seen, in lists, by id, or told by viewer.can', async () => {
    const { accounts } = await signedIn(2, 'administrator').query(ACCOUNTS);
    const { id } = accounts.nodes[0];
    const asked = 'query ($id: ID!) { node(id: $id) { id } viewer { can(permission: "access:read", on: $id) } }';
    expect(await signedIn(1, 'administrator').query(asked, { id })).toEqual({ node: null, viewer: { can: false } });
    expect(await signedIn(2, 'administrator').query(asked, { id })).toEqual({ node: { id }, viewer: { can: true } });
  });
});

test('a token of the demo is one of two factors, unless it was asked for as one of one', async () => {
  const { home } = platform.app.kernel;
  const two = new Client(platform.address, await issueDemoToken(home, BAOSHAN, 'administrator'));
  const one = new Client(platform.address, await issueDemoToken(home, BAOSHAN, 'administrator', 'pwd'));
  expect((await two.query(VIEWER)).viewer.withheld).toEqual([]);
  const { permissions, withheld } = (await one.query(VIEWER)).viewer;
  expect([permissions, withheld]).toEqual([[], expect.arrayContaining(['access:manage'])]);
});
