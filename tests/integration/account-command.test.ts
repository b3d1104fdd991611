import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { dropDatabase, withClient } from '../../src/testing/databases.js';
import { copyOf } from '../../src/testing/templates.js';
import { lianxin, lianxinProcess } from '../support/command-line.js';

const FIRST = ['--district', '310113', '--subject', 'city:first', '--role', 'security-administrator'];

let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await copyOf('empty');
});
afterAll(() => dropDatabase(urls));

const create = (...options: string[]) => lianxin(['account', 'create', ...options], { database: urls });
const createClient = (...options: string[]) => lianxin(['client', 'create', ...options], { database: urls });

describe('lianxin account create', () => {
  test('gives a district without anybody its first security administrator, and says what it did', async () => {
    expect(await lianxinProcess(['account', 'create', ...FIRST], { database: urls })).toEqual({
      code: 0,
      said: 'registered city:first in 310113 and gave it security-administrator\n',
      complained: '',
    });
    await withClient(urls.owner, async (client) => {
      const { rows } = await client.query(
        `select p.subject, r.role from principals p join role_assignments r on r.principal_id = p.id`,
      );
      expect(rows).toEqual([{ subject: 'city:first', role: 'security-administrator' }]);
      const audit = await client.query(`select distinct actor_name, action from audit_records where verb = 'CREATE'`);
      expect(audit.rows).toEqual([{ actor_name: 'system:account create', action: 'account create' }]);
    });
  });

  test('refuses a second one of the three for the same account, and tells the cure', async () => {
    const { code, complained } = await create('--district', '310113', '--subject', 'city:first', '--role', 'auditor');
    expect(code).toBe(1);
    expect(complained).toMatch(/^ROLE_EXCLUDED: .*three people/m);
  });

  test('refuses a role or a district that is not there', async () => {
    const unknownRole = await create('--district', '310113', '--subject', 'city:second', '--role', 'emperor');
    expect(unknownRole).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^ROLE_UNKNOWN: role: There is no role emperor/m),
    });
    const unknownDistrict = await create('--district', '999999', '--subject', 'city:second', '--role', 'auditor');
    expect(unknownDistrict).toMatchObject({
      code: 1,
      complained: expect.stringContaining('unknown district 999999'),
    });
  });

  test('refuses a subject that nobody could sign in as', async () => {
    expect(await create('--district', '310113', '--subject', 'first', '--role', 'auditor')).toEqual({
      code: 2,
      said: '',
      complained: '--subject first: nobody could sign in as that; write <provider>:<sub>\n',
    });
  });

  test('ends at once, with nothing left open, when the platform cannot be put together', async () => {
    const env = { LIANXIN_KEY_SERVICE: './never-written.mjs' };
    const { code, complained } = await lianxin(['account', 'create', ...FIRST], { database: urls, env });
    expect([code, complained]).toEqual([1, expect.stringContaining('never-written.mjs')]);
  });
});

describe('lianxin client create', () => {
  const APP = ['--district', '310113', '--external-id', 'city:union-app'];

  test('registers the application through which the first administrator can sign in', async () => {
    const words = ['client', 'create', ...APP, '--name', '工会管理平台'];
    expect(await lianxinProcess(words, { database: urls })).toEqual({
      code: 0,
      said: expect.stringMatching(/^registered city:union-app in 310113 with \d{2} scopes\n$/),
      complained: '',
    });
    await withClient(urls.owner, async (client) => {
      const { rows } = await client.query('select name, first_party, scopes from api_clients');
      expect(rows).toMatchObject([{ name: '工会管理平台', first_party: true }]);
      expect(rows[0].scopes).toEqual(expect.arrayContaining(['access:manage', 'client:manage', 'personal-data:own']));
    });
  });

  test('refuses a second one of that id, an id that no token has, and scopes that nobody declares', async () => {
    expect(await createClient(...APP)).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^CLIENT_EXTERNAL_ID_TAKEN: /m),
    });
    const odd = await createClient('--district', '310113', '--external-id', 'union-app');
    expect(odd).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^INVALID_VALUE: .*<provider>:<client_id>/m),
    });
    const scopes = ['--external-id', 'city:other', '--scopes', 'member:read, no:such'];
    expect(await createClient('--district', '310113', ...scopes)).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^CLIENT_SCOPE_UNKNOWN: .*no:such/m),
    });
  });
});
