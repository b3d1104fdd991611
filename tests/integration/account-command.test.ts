import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { dropDatabase, withClient } from '../support/databases.js';
import { copyOf } from '../support/platform.js';

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
async function create(...options: string[]): Promise<{ code: number; said: string }> {
  const home = join(process.env.LIANXIN_TEST_HOME ?? '', 'installation');
  const environment = {
    ...process.env,
    LIANXIN_HOME: home,
    DATABASE_URL: urls.owner,
    DATABASE_APP_URL: urls.app,
    DATABASE_JOBS_URL: urls.jobs,
  };
  const words = ['--no-warnings', '--import', loader, main, 'account', 'create', ...options];
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
      said: expect.stringMatching(/^ROLE_UNKNOWN: There is no role emperor/m),
    });
    const unknownDistrict = await create('--district', '999999', '--subject', 'city:second', '--role', 'auditor');
    expect(unknownDistrict).toMatchObject({ code: 1, said: expect.stringContaining('unknown district 999999') });
  });
});
