import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { addDays, businessDay } from '../../src/kernel/index.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { connect, dropDatabase, migrateAlone } from '../../src/testing/databases.js';
import { copyOf } from '../../src/testing/templates.js';
import { lianxin, lianxinProcess } from '../support/command-line.js';
import { core, plugins } from '../support/installed.js';

const fixture = join(process.cwd(), 'tests/fixtures/plugins/reading-circle/index.ts');
const BAOSHAN = ['--district', '310113'];
const WHY = ['--reason', '试点'];
const TODAY = businessDay(new Date());

let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await copyOf('empty');
  await migrateAlone(createRegistry(core, plugins), urls);
});
afterAll(() => dropDatabase(urls));

/** `lianxin modules …`, with the reading circles installed. */
const modules = (...options: string[]) =>
  lianxin(['modules', ...options], { database: urls, env: { LIANXIN_PLUGINS: fixture } });

describe('lianxin modules', () => {
  test('switches for a district as its administrator would, and leaves the same record', async () => {
    const enabled = await modules('enable', 'reading-circle', ...BAOSHAN, ...WHY);
    expect(enabled).toEqual({
      code: 0,
      said: `310113 enabled reading-circle from ${TODAY} on\n`,
      complained: '',
    });
    const { said } = await modules('list', ...BAOSHAN);
    expect(said).toMatch(new RegExp(`^reading-circle +on +SWITCHED_ON +${TODAY}$`, 'm'));
    const history = await modules('history', 'reading-circle', ...BAOSHAN);
    expect(history.said).toMatch(/ SWITCH ON {3}from \S+ system:modules enable: 试点\n$/);
  });

  test('says what hangs on a module, and switches it off only when that is confirmed', async () => {
    const client = await connect(urls.owner);
    await client.query(
      `insert into operation_uses (district_id, id, module, client_id, operation, fields, uses, first_used_at, last_used_at)
       select id, gen_random_uuid(), 'reading-circle', null, 'Circles', '{Query.readingCircles}', 7, now(), now()
       from districts where code = '310113'`,
    );
    await client.end();
    const impact = await modules('impact', 'reading-circle', ...BAOSHAN);
    expect(impact.said).toMatch(/operation Circles of nobody registered used reading-circle 7 times/);
    const unconfirmed = await modules('disable', 'reading-circle', ...BAOSHAN, ...WHY);
    expect(unconfirmed).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^MODULE_IMPACT_UNCONFIRMED: .*moduleImpact/),
    });
    const [, value] = /--confirm (\S+)/.exec(impact.said)!;
    const confirmed = await modules('disable', 'reading-circle', ...BAOSHAN, ...WHY, '--confirm', value!);
    expect(confirmed).toEqual({
      code: 0,
      said: `310113 disabled reading-circle from ${TODAY} on\n`,
      complained: '',
    });
  });

  test('locks for several districts, from a later day on', async () => {
    const since = addDays(TODAY, 30);
    const locked = await modules(
      'lock',
      'reading-circle',
      'on',
      '--district',
      '310113,310110',
      '--since',
      since,
      ...WHY,
    );
    expect(locked).toEqual({
      code: 0,
      said: `310113 reading-circle ON from ${since} on\n310110 reading-circle ON from ${since} on\n`,
      complained: '',
    });
    expect((await modules('list', '--district', '310110')).said).toContain(`LOCK ON from ${since}`);
    const refused = await modules('disable', 'reading-circle', ...BAOSHAN, '--since', since, ...WHY);
    expect(refused).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^MODULE_LOCKED: .*system:modules lock/),
    });
  });

  test.each([
    [2, /2027-01-31/, ['enable', 'reading-circle', ...BAOSHAN, ...WHY, '--since', 'tomorrow']],
    [2, /Allowed choices are on, off, free/, ['lock', 'reading-circle', 'maybe', ...BAOSHAN, ...WHY]],
  ])('ends with %i and says %s', async (code, why, options) => {
    expect(await modules(...options)).toMatchObject({ code, complained: expect.stringMatching(why) });
  });

  test('ends its process with the code, and says why on standard error', async () => {
    expect(await lianxinProcess(['modules', 'enable', 'members', ...BAOSHAN, ...WHY], { database: urls })).toEqual({
      code: 1,
      said: '',
      complained: expect.stringMatching(/^NOT_FOUND: /),
    });
  });
});
