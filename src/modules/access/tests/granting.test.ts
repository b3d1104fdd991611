import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/support/client.js';
import { type Platform, startPlatform } from '../../../../tests/support/platform.js';

const BAOSHAN = '310113';

let platform: Platform;
let administrator: Client;
let auditor: Client;

beforeAll(async () => {
  platform = await startPlatform({ workers: 0 });
  administrator = await platform.as(BAOSHAN, 'administrator');
  auditor = await platform.as(BAOSHAN, 'auditor');
  await platform.as(BAOSHAN, 'city');
});
afterAll(() => platform.close());

async function change(mutation: string, input: object): Promise<{ userErrors: { code: string }[]; account: Account }> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await administrator.query(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { account { id } userErrors { code } } }`,
    { input },
  );
  return answer[mutation];
}

interface Account {
  readonly id: string;
  readonly subject: string;
  readonly version: number;
  readonly roles: readonly { readonly id: string; readonly role: string }[];
}

async function accountOf(role: string): Promise<Account> {
  const { accounts } = await administrator.query(
    '{ accounts(first: 100) { nodes { id subject version roles { id role } } } }',
  );
  return accounts.nodes.find(({ subject }: Account) => subject === `demo:${role}`);
}

describe('roles of the level above', () => {
  test('a district can neither give, nor revoke, nor suspend them', async () => {
    const city = await accountOf('city');
    const refused = { account: null, userErrors: [{ code: 'ROLE_NOT_GIVEN_HERE' }] };
    const own = await accountOf('administrator');
    expect(await change('grantRole', { accountId: own.id, role: 'city' })).toEqual(refused);
    expect(await change('revokeRole', { assignmentId: city.roles[0]!.id })).toEqual(refused);
    const suspension = { accountId: city.id, suspended: true, expectedVersion: city.version };
    expect(await change('suspendAccount', suspension)).toEqual(refused);
  });
});

describe('the last administrator', () => {
  test('stays, also when another one is there only until a day that is known already', async () => {
    const other = await change('registerAccount', { subject: 'demo:deputy', name: '副职' });
    const until = '2999-01-01';
    expect(
      (await change('grantRole', { accountId: other.account.id, role: 'administrator', until })).userErrors,
    ).toEqual([]);
    const own = await accountOf('administrator');
    expect(await change('revokeRole', { assignmentId: own.roles[0]!.id })).toEqual({
      account: null,
      userErrors: [{ code: 'ACCOUNT_LAST_ADMINISTRATOR' }],
    });
  });
});

test('the history of a role assignment is found by its own id and by its account’s', async () => {
  const own = await accountOf('administrator');
  const ask = 'query ($id: ID!) { history(nodeId: $id, first: 10) { nodes { entity verb } } }';
  const created = { entity: 'RoleAssignment', verb: 'CREATE' };
  expect((await auditor.query(ask, { id: own.roles[0]!.id })).history.nodes).toEqual([created]);
  expect((await auditor.query(ask, { id: own.id })).history.nodes).toContainEqual(created);
});
