import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays, businessDay } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { BAOSHAN, change, LIBRARY, seen, startTown, YANGPU } from './town.js';

const TODAY = businessDay(new Date());
const SOON = addDays(TODAY, 10);
const LOCKED = 'module { on state lock { state decidedBy } } districts { code alsoSwitched { id on since } }';
const BOTH = [BAOSHAN, YANGPU];

let platform: Platform;
let city: Client;
let baoshan: Client;
let yangpu: Client;

beforeAll(async () => {
  platform = await startTown();
  city = await platform.as(BAOSHAN, 'city');
  baoshan = await platform.as(BAOSHAN, 'administrator');
  yangpu = await platform.as(YANGPU, 'administrator');
});
afterAll(() => platform?.close());

const MODULES = ['book-fair', 'book-shelf', LIBRARY, 'chess'];

beforeEach(async () => {
  for (const moduleId of MODULES) {
    await change(city, 'lockModule', { moduleId, lock: 'FREE', districtCodes: BOTH }, LOCKED);
    for (const district of BOTH) await platform.disable(district, moduleId);
  }
});

describe('a lock of the city', () => {
  test('holds in each of the districts named, with a record of the audit in each', async () => {
    const done = await change(city, 'lockModule', { moduleId: 'chess', lock: 'ON', districtCodes: BOTH }, LOCKED);
    expect(done).toMatchObject({
      codes: [],
      module: { on: true, state: 'LOCKED_ON', lock: { state: 'ON', decidedBy: '测试 city' } },
      districts: [
        { code: BAOSHAN, alsoSwitched: [] },
        { code: YANGPU, alsoSwitched: [] },
      ],
    });
    for (const [district, administrator] of [
      [BAOSHAN, baoshan],
      [YANGPU, yangpu],
    ] as const) {
      // Whoever decided sits in another district, and is known by name all the same.
      expect(await seen(administrator, 'chess')).toMatchObject({
        on: true,
        state: 'LOCKED_ON',
        lock: { state: 'ON', decidedBy: '测试 city' },
      });
      const { id } = await platform.district(district);
      const { rows } = await platform.sql.query(
        `select actor_name, action from audit_records where district_id = $1 and entity = 'ModuleSwitch' order by id desc limit 1`,
        [id],
      );
      expect(rows).toEqual([{ actor_name: '测试 city', action: 'lockModule' }]);
    }
  });

  test('on is not switched off by the district, which learns of what, since when and by whom', async () => {
    await change(city, 'lockModule', { moduleId: 'book-shelf', lock: 'ON', districtCodes: [YANGPU] }, LOCKED);
    for (const moduleId of ['book-shelf', LIBRARY]) {
      const refused = await change(yangpu, 'disableModule', { moduleId });
      expect(refused.userErrors).toEqual([
        {
          code: 'MODULE_LOCKED',
          path: ['input', 'moduleId'],
          details: {
            module: expect.stringMatching(/^(book-shelf|library)$/),
            lock: 'ON',
            since: TODAY,
            decidedBy: '测试 city',
          },
        },
      ]);
    }
    expect(await platform.modules(YANGPU)).toContain(LIBRARY);
    expect(await platform.modules(BAOSHAN)).not.toContain('book-shelf');
  });

  test('off is not got round by what needs it, and comes back as it was when it is freed', async () => {
    await change(baoshan, 'enableModule', { moduleId: 'book-fair' });
    const done = await change(city, 'lockModule', { moduleId: LIBRARY, lock: 'OFF' }, LOCKED);
    expect(done.districts).toEqual([
      {
        code: BAOSHAN,
        alsoSwitched: [
          { id: 'book-shelf', on: false, since: TODAY },
          { id: 'book-fair', on: false, since: TODAY },
        ],
      },
    ]);
    expect(await seen(baoshan, 'book-fair')).toMatchObject({ on: false, state: 'REQUIREMENT_OFF' });
    const refused = await change(baoshan, 'enableModule', { moduleId: 'book-fair' });
    expect(refused.userErrors[0]).toMatchObject({ code: 'MODULE_LOCKED', details: { module: LIBRARY, lock: 'OFF' } });
    await change(city, 'lockModule', { moduleId: LIBRARY, lock: 'FREE' }, LOCKED);
    expect(await seen(baoshan, 'book-fair')).toMatchObject({ on: true, state: 'SWITCHED_ON', lock: null });
  });

  test('from a later day on lets the district decide until then', async () => {
    await change(city, 'lockModule', { moduleId: 'chess', lock: 'OFF', since: SOON }, LOCKED);
    expect((await change(baoshan, 'enableModule', { moduleId: 'chess' })).codes).toEqual([]);
    expect(await seen(baoshan, 'chess')).toMatchObject({
      on: true,
      planned: [{ kind: 'LOCK', state: 'OFF', since: SOON }],
    });
    const later = await change(baoshan, 'enableModule', { moduleId: 'chess', since: SOON });
    expect(later.codes).toEqual(['MODULE_LOCKED']);
  });

  test('is set in all districts or in none, and says which of them object', async () => {
    await change(city, 'lockModule', { moduleId: LIBRARY, lock: 'OFF', districtCodes: [YANGPU] }, LOCKED);
    const refused = await change(
      city,
      'lockModule',
      { moduleId: 'book-fair', lock: 'ON', districtCodes: BOTH },
      LOCKED,
    );
    expect(refused.userErrors).toMatchObject([
      { code: 'MODULE_LOCKED', path: ['input', 'districtCodes', '1'], details: { module: LIBRARY } },
    ]);
    expect(refused.districts).toBeNull();
    expect(await platform.modules(BAOSHAN)).not.toContain('book-fair');
  });
});

describe('who may lock', () => {
  test('is the city alone, in the districts of its own city alone', async () => {
    await platform.sql.query(
      `insert into districts (code, kind, name_zh, name_en, city_code) values ('320501', 'DISTRICT', '外地', 'Elsewhere', '320500')`,
    );
    platform.app.kernel.districts.forget();
    for (const code of ['320501', '999999']) {
      const elsewhere = await change(
        city,
        'lockModule',
        { moduleId: 'chess', lock: 'ON', districtCodes: [BAOSHAN, code] },
        LOCKED,
      );
      expect(elsewhere.userErrors).toEqual([
        { code: 'NOT_FOUND', path: ['input', 'districtCodes', '1'], details: null },
      ]);
    }
    expect(await platform.modules(BAOSHAN)).not.toContain('chess');
    for (const role of ['administrator', 'security-administrator', 'auditor']) {
      const client = await platform.as(BAOSHAN, role);
      const refused = await change(client, 'lockModule', { moduleId: 'chess', lock: 'ON' }, LOCKED);
      expect([role, refused.codes]).toEqual([role, ['FORBIDDEN']]);
    }
  });
});
