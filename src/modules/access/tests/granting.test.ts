import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Platform, startPlatform } from '../../../../tests/support/platform.js';

const BAOSHAN = '310113';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ workers: 0 });
});
afterAll(() => platform.close());

test('a district administrator cannot make anybody a principal of the city', async () => {
  const administrator = await platform.as(BAOSHAN, 'administrator');
  const { accounts } = await administrator.query('{ accounts(first: 1) { nodes { id } } }');
  const { grantRole } = await administrator.query(
    'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { userErrors { code } } }',
    { input: { accountId: accounts.nodes[0].id, role: 'city' } },
  );
  expect(grantRole.userErrors).toEqual([{ code: 'ROLE_NOT_GIVEN_HERE' }]);
});
