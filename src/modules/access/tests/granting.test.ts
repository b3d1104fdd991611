import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../testing/client.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { accountOf, change, newAccount } from './administration.js';

const BAOSHAN = '310113';

let platform: Platform;
let administrator: Client;
let security: Client;
let auditor: Client;

beforeAll(async () => {
  platform = await startPlatform({ workers: 0 });
  administrator = await platform.as(BAOSHAN, 'administrator');
  security = await platform.as(BAOSHAN, 'security-administrator');
  auditor = await platform.as(BAOSHAN, 'auditor');
  await platform.as(BAOSHAN, 'city');
});
afterAll(() => platform.close());

describe('roles of the level above', () => {
  test.each(['administrator', 'security-administrator'])(
    'a district’s %s can neither give, nor revoke, nor suspend them',
    async (role) => {
      const client = await platform.as(BAOSHAN, role);
      const city = await accountOf(auditor, 'city');
      const accountId = await newAccount(client);
      const refused = ['ROLE_NOT_GIVEN_HERE'];
      expect((await change(client, 'grantRole', { accountId, role: 'city' })).codes).toEqual(refused);
      expect((await change(client, 'revokeRole', { assignmentId: city.roles[0]!.id })).codes).toEqual(refused);
      const suspension = { accountId: city.id, suspended: true, expectedVersion: city.version };
      expect((await change(client, 'suspendAccount', suspension)).codes).toEqual(refused);
    },
  );
});

describe('the last administrator', () => {
  test.each(['administrator', 'security-administrator'])(
    'who is %s stays, also when another one is there only until a day that is known already',
    async (role) => {
      const accountId = await newAccount(administrator);
      const appointed = await change(security, 'grantRole', { accountId, role, until: '2999-01-01' });
      expect(appointed.codes).toEqual([]);
      const last = await accountOf(auditor, role);
      const revoked = await change(security, 'revokeRole', { assignmentId: last.roles[0]!.id });
      expect(revoked.codes).toEqual(['ACCOUNT_LAST_ADMINISTRATOR']);
      const suspension = { accountId: last.id, suspended: true, expectedVersion: last.version };
      expect((await change(security, 'suspendAccount', suspension)).codes).toEqual(['ACCOUNT_LAST_ADMINISTRATOR']);
    },
  );
});

test('nobody is given a role for days that are over', async () => {
  const accountId = await newAccount(administrator);
  const past = { accountId, role: 'front-end', since: '2020-01-01', until: '2999-01-01' };
  expect((await change(administrator, 'grantRole', past)).codes).toEqual(['INVALID_VALUE']);
});

describe('nobody gives a role to themself', () => {
  test('not an ordinary one, and not one of the three', async () => {
    const own = await accountOf(auditor, 'administrator');
    const front = { accountId: own.id, role: 'front-end' };
    expect((await change(administrator, 'grantRole', front)).codes).toEqual(['ROLE_TO_ONESELF']);
    const guard = await accountOf(auditor, 'security-administrator');
    const audit = { accountId: guard.id, role: 'auditor' };
    expect((await change(security, 'grantRole', audit)).codes).toEqual(['ROLE_TO_ONESELF']);
  });
});

test('the history of a role assignment is found by its own id and by its account’s', async () => {
  const own = await accountOf(auditor, 'administrator');
  const ask = 'query ($id: ID!) { history(nodeId: $id, first: 10) { nodes { entity verb } } }';
  const created = { entity: 'RoleAssignment', verb: 'CREATE' };
  expect((await auditor.query(ask, { id: own.roles[0]!.id })).history.nodes).toEqual([created]);
  expect((await auditor.query(ask, { id: own.id })).history.nodes).toContainEqual(created);
});
