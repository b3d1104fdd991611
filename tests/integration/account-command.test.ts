import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { dropDatabase, withClient } from '../../src/testing/databases.js';
import { copyOf } from '../../src/testing/templates.js';

const run = promisify(execFile);
const loader = join(process.cwd(), 'tests/support/typescript-loader.mjs');
const main = join(process.cwd(), 'src/main.ts');
const FIRST = ['--district', '310113', '--subject', 'city:first', '--role', 'security-administrator'];

let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await copyOf('empty');
});
afterAll(() => dropDatabase(urls));

/** `lianxin account create` in a process of its own. */
const create = (...options: string[]) => lianxin('account', 'create', ...options);
/** `lianxin client create`, likewise. */
const createClient = (...options: string[]) => lianxin('client', 'create', ...options);

async function lianxin(...options: string[]): Promise<{ code: number; said: string }> {
  const home = join(process.env.LIANXIN_TEST_HOME ?? '', 'installation');
  const environment = {
    ...process.env,
    LIANXIN_HOME: home,
    DATABASE_URL: urls.owner,
    DATABASE_APP_URL: urls.app,
    DATABASE_JOBS_URL: urls.jobs,
  };
  const words = ['--no-warnings', '--import', loader, main, ...options];
  return run(process.execPath, words, { env: environment }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
}

describe('lianxin account create', () => {
  test('gives a district without anybody its first security administrator, and says what it did', async () => {
    expect(await create(...FIRST)).toEqual({
      code: 0,
      said: 'registered city:first in 310113 and gave it security-administrator\n',
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
    const { code, said } = await create('--district', '310113', '--subject', 'city:first', '--role', 'auditor');
    expect(code).toBe(1);
    expect(said).toMatch(/^ROLE_EXCLUDED: .*three people/m);
  });

  test('refuses a role or a district that is not there', async () => {
    const unknownRole = await create('--district', '310113', '--subject', 'city:second', '--role', 'emperor');
    expect(unknownRole).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^ROLE_UNKNOWN: role: There is no role emperor/m),
    });
    const unknownDistrict = await create('--district', '999999', '--subject', 'city:second', '--role', 'auditor');
    expect(unknownDistrict).toMatchObject({ code: 1, said: expect.stringContaining('unknown district 999999') });
  });

  test('refuses a subject that nobody could sign in as', async () => {
    const { code, said } = await create('--district', '310113', '--subject', 'first', '--role', 'auditor');
    expect([code, said]).toEqual([2, '--subject first: nobody could sign in as that; write <provider>:<sub>\n']);
  });
});

describe('lianxin client create', () => {
  const APP = ['--district', '310113', '--external-id', 'city:union-app'];

  test('registers the application through which the first administrator can sign in', async () => {
    const { code, said } = await createClient(...APP, '--name', '工会管理平台');
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/^registered city:union-app in 310113 with \d{2} scopes\n$/),
    ]);
    await withClient(urls.owner, async (client) => {
      const { rows } = await client.query('select name, first_party, scopes from api_clients');
      expect(rows).toMatchObject([{ name: '工会管理平台', first_party: true }]);
      expect(rows[0].scopes).toEqual(expect.arrayContaining(['access:manage', 'client:manage', 'personal-data:own']));
    });
  });

  test('refuses a second one of that id, an id that no token has, and scopes that nobody declares', async () => {
    expect(await createClient(...APP)).toMatchObject({ said: expect.stringMatching(/^CLIENT_EXTERNAL_ID_TAKEN: /m) });
    const odd = await createClient('--district', '310113', '--external-id', 'union-app');
    expect(odd).toMatchObject({ code: 1, said: expect.stringMatching(/^INVALID_VALUE: .*<provider>:<client_id>/m) });
    const scopes = ['--external-id', 'city:other', '--scopes', 'member:read, no:such'];
    expect(await createClient('--district', '310113', ...scopes)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^CLIENT_SCOPE_UNKNOWN: .*no:such/m),
    });
  });
});
