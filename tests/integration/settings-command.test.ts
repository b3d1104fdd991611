import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import { registerSettings } from '../../src/commands/settings.js';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { addDays, businessDay } from '../../src/kernel/index.js';
import { dropDatabase, withClient } from '../../src/testing/databases.js';
import { copyOf } from '../../src/testing/templates.js';

const run = promisify(execFile);
const loader = join(process.cwd(), 'tests/support/typescript-loader.mjs');
const main = join(process.cwd(), 'src/main.ts');
const today = businessDay(new Date());

let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await copyOf('empty');
});
afterAll(() => dropDatabase(urls));

const environment = () => ({
  LIANXIN_HOME: join(process.env.LIANXIN_TEST_HOME ?? '', 'installation'),
  DATABASE_URL: urls.owner,
  DATABASE_APP_URL: urls.app,
  DATABASE_JOBS_URL: urls.jobs,
});

/** What `lianxin settings` says for one district, or why it fails. */
async function settings(...options: string[]): Promise<string> {
  const program = new Command('lianxin').exitOverride();
  registerSettings(program);
  const before = { ...process.env };
  const said: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    Object.assign(process.env, environment());
    await program.parseAsync(['settings', ...options, '--district', '310113'], { from: 'user' });
    return said.join('');
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  } finally {
    write.mockRestore();
    process.env = before;
  }
}

describe('lianxin settings', () => {
  test('is a command of lianxin, and shows what is in force with its titles and units', async () => {
    const words = ['--no-warnings', '--import', loader, main, 'settings', 'show', 'exports', '--district', '310113'];
    const { stdout } = await run(process.execPath, words, { env: { ...process.env, ...environment() } });
    expect(stdout).toBe(
      'exports.approvalAbove = 500  免审批导出行数 / Rows without approval (rows)\n' +
        'exports.keptHours = 24  文件保留时间 / How long a file can be fetched (hours)\n',
    );
  });

  test('changes settings from a day on, and brings them back', async () => {
    const tomorrow = addDays(today, 1);
    const changed = await settings('change', 'exports', 'approvalAbove=100', '--reason', '试用');
    expect(changed).toContain(`changed exports from ${today} on: `);
    const id = changed.trim().split(': ')[1]!;
    await settings('change', 'exports', 'approvalAbove=50', 'keptHours=2', '--reason', '收紧', '--since', tomorrow);
    const now = await settings('show', 'exports');
    expect(now).toContain('exports.approvalAbove = 100 ');
    expect(now).toContain(`exports from ${tomorrow} on: {"keptHours":2,"approvalAbove":50}  收紧`);
    expect(await settings('show', 'exports', '--on', tomorrow)).toContain('exports.keptHours = 2 ');
    expect(await settings('revert', 'exports', '--to', id, '--reason', '恢复')).toContain('reverted exports');
    expect(await settings('show', 'exports', '--on', tomorrow)).toContain('exports.approvalAbove = 100 ');
    const lines = (await settings('history', 'exports')).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(new RegExp(`^${id}  \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z  system:settings `));
    await withClient(urls.owner, async (client) => {
      const { rows } = await client.query(
        `select count(*)::int as records from audit_records where entity = 'Settings:exports'`,
      );
      expect(rows).toEqual([{ records: 3 }]);
    });
  });

  test('tells why not, and what there is instead', async () => {
    const answers = [
      await settings('change', 'exports', 'keptHours=99', 'hours=9', '--reason', 'x'),
      await settings('show', 'never-written'),
      await settings('change', 'exports', 'keptHours', '--reason', '试用'),
      await settings('show', '--on', '2026-02-30'),
      await settings('revert', 'exports', '--to', 'x', '--reason', '试用'),
    ];
    expect(answers).toEqual([
      expect.stringMatching(
        /^Error: INVALID_VALUE: reason: [^\n]*: it must be 2 to 200 characters long\. [^\n]*\nSETTING_UNKNOWN: hours: There is no setting hours\. [^\n]*\nINVALID_VALUE: keptHours: \P{Script=Han}*<=24\. /u,
      ),
      expect.stringMatching(/^Error: no module never-written with settings is on in 310113; there are: members, /),
      'ConfigError: keptHours: write <setting>=<value>',
      'ConfigError: 2026-02-30 is no day; write YYYY-MM-DD',
      expect.stringMatching(/^ConfigError: --to x: give an id/),
    ]);
  });
});
