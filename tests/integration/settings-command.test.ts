import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { addDays, businessDay } from '../../src/kernel/index.js';
import { dropDatabase, withClient } from '../../src/testing/databases.js';
import { copyOf } from '../../src/testing/templates.js';
import { lianxin, lianxinProcess } from '../support/command-line.js';

const today = businessDay(new Date());

let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await copyOf('empty');
});
afterAll(() => dropDatabase(urls));

/** `lianxin settings` for one district. */
const settings = (...options: string[]) =>
  lianxin(['settings', ...options, '--district', '310113'], { database: urls });

/** What it says, when it complains of nothing. */
async function said(...options: string[]): Promise<string> {
  const ended = await settings(...options);
  expect(ended).toMatchObject({ code: 0, complained: '' });
  return ended.said;
}

describe('lianxin settings', () => {
  test('is a command of lianxin, and shows what is in force with its titles and units', async () => {
    const words = ['settings', 'show', 'exports', '--district', '310113'];
    expect(await lianxinProcess(words, { database: urls })).toEqual({
      code: 0,
      said:
        'exports.approvalAbove = 500  免审批导出行数 / Rows without approval (rows)\n' +
        'exports.keptHours = 24  文件保留时间 / How long a file can be fetched (hours)\n',
      complained: '',
    });
  });

  test('changes settings from a day on, and brings them back', async () => {
    const tomorrow = addDays(today, 1);
    const changed = await said('change', 'exports', 'approvalAbove=100', '--reason', '试用');
    expect(changed).toContain(`changed exports from ${today} on: `);
    const id = changed.trim().split(': ')[1]!;
    await said('change', 'exports', 'approvalAbove=50', 'keptHours=2', '--reason', '收紧', '--since', tomorrow);
    const now = await said('show', 'exports');
    expect(now).toContain('exports.approvalAbove = 100 ');
    expect(now).toContain(`exports from ${tomorrow} on: {"keptHours":2,"approvalAbove":50}  收紧`);
    expect(await said('show', 'exports', '--on', tomorrow)).toContain('exports.keptHours = 2 ');
    expect(await said('revert', 'exports', '--to', id, '--reason', '恢复')).toContain('reverted exports');
    expect(await said('show', 'exports', '--on', tomorrow)).toContain('exports.approvalAbove = 100 ');
    const lines = (await said('history', 'exports')).trim().split('\n');
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
    const refused = (code: number, complained: unknown) => ({ code, said: '', complained });
    expect(answers).toEqual([
      refused(
        1,
        expect.stringMatching(
          /^INVALID_VALUE: reason: [^\n]*: it must be 2 to 200 characters long\. [^\n]*\nSETTING_UNKNOWN: hours: There is no setting hours\. [^\n]*\nINVALID_VALUE: keptHours: \P{Script=Han}*<=24\. /u,
        ),
      ),
      refused(1, expect.stringMatching(/^no module never-written with settings is on in 310113; there are: members, /)),
      refused(2, 'keptHours: write <setting>=<value>\n'),
      refused(2, '2026-02-30 is no day; write YYYY-MM-DD\n'),
      refused(2, expect.stringMatching(/^--to x: give an id/)),
    ]);
  });
});
