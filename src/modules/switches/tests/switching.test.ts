import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { addDays, businessDay, toGlobalId } from '../../../kernel/index.js';
import { BAOSHAN, bodies, CIRCLE, change, LIBRARY, seen, startTown, YANGPU } from './town.js';

const TODAY = businessDay(new Date());
const SOON = addDays(TODAY, 10);

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startTown();
  administrator = await platform.as(BAOSHAN, 'administrator');
});
afterAll(() => platform?.close());

beforeEach(async () => {
  for (const id of [LIBRARY, 'chess']) {
    for (const district of [BAOSHAN, YANGPU]) await offByForce(district, id);
  }
});

/** Straight in the kernel, whatever hangs on it. */
async function offByForce(district: string, id: string): Promise<void> {
  for (const module of [id, ...(id === LIBRARY ? ['book-shelf', 'book-fair'] : [])]) {
    await platform.disable(district, module);
  }
}

describe('switching on', () => {
  test('takes what is required along, on the same day, and says so', async () => {
    const done = await change(
      administrator,
      'enableModule',
      { moduleId: 'book-fair', since: SOON },
      'module { id on planned { state since decidedBy } } alsoSwitched { id title on since }',
    );
    expect(done.codes).toEqual([]);
    expect(done.alsoSwitched).toEqual([
      { id: LIBRARY, title: '图书室', on: true, since: SOON },
      { id: 'book-shelf', title: '书架', on: true, since: SOON },
    ]);
    expect(done.module).toMatchObject({
      on: false,
      planned: [{ state: 'ON', since: SOON, decidedBy: expect.any(String) }],
    });
    expect((await seen(administrator, LIBRARY)).planned).toEqual([
      { kind: 'SWITCH', state: 'ON', since: SOON, becauseOf: 'book-fair' },
    ]);
    expect(await platform.modules(BAOSHAN)).not.toContain(LIBRARY);
  });

  test('shows in the graph of this district at once, and of no other', async () => {
    const yangpu = await platform.as(YANGPU, 'administrator');
    expect((await change(administrator, 'enableModule', { moduleId: CIRCLE })).codes).toEqual([]);
    const circles = '{ readingCircles(first: 1) { nodes { id } } }';
    expect((await administrator.send(circles)).status).toBe(200);
    expect((await yangpu.send(circles)).status).toBe(400);
  });

  test('is told with who, when and why, newest first', async () => {
    await change(administrator, 'enableModule', { moduleId: 'chess', reason: '职工要求' });
    const { on, state, since, history } = await seen(administrator, 'chess');
    expect({ on, state, since }).toEqual({ on: true, state: 'SWITCHED_ON', since: TODAY });
    expect(history[0]).toEqual({
      kind: 'SWITCH',
      state: 'ON',
      since: TODAY,
      reason: '职工要求',
      becauseOf: null,
      decidedBy: '测试 administrator',
    });
    expect(history[1]).toMatchObject({ state: 'OFF', decidedBy: 'system:test' });
  });

  test('again changes nothing and writes nothing', async () => {
    await change(administrator, 'enableModule', { moduleId: 'chess' });
    const before = (await seen(administrator, 'chess')).history.length;
    expect((await change(administrator, 'enableModule', { moduleId: 'chess' })).codes).toEqual([]);
    expect((await seen(administrator, 'chess')).history).toHaveLength(before);
  });

  test.each([
    ['yesterday', addDays(TODAY, -1), '工作需要', ['MODULE_DATE_OUT_OF_RANGE']],
    ['in more than a year', addDays(TODAY, 367), '工作需要', ['MODULE_DATE_OUT_OF_RANGE']],
    ['without saying why', TODAY, ' 。 ', ['INVALID_VALUE']],
  ])('is refused %s', async (_when, since, reason, codes) => {
    expect((await change(administrator, 'enableModule', { moduleId: 'chess', since, reason })).codes).toEqual(codes);
    expect(await platform.modules(BAOSHAN)).not.toContain('chess');
  });

  test.each(['members', 'nothing', toGlobalId('Organization', '00000000-0000-7000-8000-000000000000')])(
    'knows no module %s',
    async (moduleId) => {
      expect((await change(administrator, 'enableModule', { moduleId })).codes).toEqual(['NOT_FOUND']);
    },
  );
});

describe('switching off', () => {
  test('takes along whatever needs it, also what is only planned', async () => {
    await change(administrator, 'enableModule', { moduleId: 'book-shelf' });
    await change(administrator, 'enableModule', { moduleId: 'book-fair', since: SOON });
    const { moduleImpact } = await administrator.query(
      `{ moduleImpact(moduleId: "${LIBRARY}") { dependents { id on since } confirmation } }`,
    );
    expect(moduleImpact.dependents).toEqual([
      { id: 'book-shelf', on: true, since: TODAY },
      { id: 'book-fair', on: false, since: SOON },
    ]);
    const done = await change(
      administrator,
      'disableModule',
      { moduleId: LIBRARY, confirmation: moduleImpact.confirmation },
      'module { on state } alsoSwitched { id on since }',
    );
    expect(done).toMatchObject({
      codes: [],
      module: { on: false, state: 'SWITCHED_OFF' },
      alsoSwitched: [
        { id: 'book-shelf', on: false, since: TODAY },
        { id: 'book-fair', on: false, since: TODAY },
      ],
    });
    expect(await seen(administrator, 'book-fair')).toMatchObject({ on: false, planned: [] });
  });

  test('that is taken back before its day brings back, and says, what was to go off with it', async () => {
    // As authors switch it on in their tests: with what it requires.
    await platform.enable(BAOSHAN, 'book-fair');
    expect(await platform.modules(BAOSHAN)).toContain(LIBRARY);
    const off = { moduleId: LIBRARY, since: SOON, confirmation: await confirmation(LIBRARY, SOON) };
    expect((await change(administrator, 'disableModule', off)).codes).toEqual([]);
    const done = await change(administrator, 'enableModule', { moduleId: LIBRARY }, 'alsoSwitched { id on since }');
    expect(done.alsoSwitched).toEqual([
      { id: 'book-shelf', on: true, since: TODAY },
      { id: 'book-fair', on: true, since: TODAY },
    ]);
    expect((await seen(administrator, 'book-fair')).planned).toEqual([]);
  });

  test('on a later day leaves it on until then', async () => {
    await change(administrator, 'enableModule', { moduleId: 'chess' });
    expect((await change(administrator, 'disableModule', { moduleId: 'chess', since: SOON })).codes).toEqual([]);
    expect(await seen(administrator, 'chess')).toMatchObject({
      on: true,
      state: 'SWITCHED_ON',
      planned: [{ kind: 'SWITCH', state: 'OFF', since: SOON, becauseOf: null }],
    });
  });

  test('of what it needs by other means shows as the reason', async () => {
    await change(administrator, 'enableModule', { moduleId: 'book-shelf' });
    await platform.disable(BAOSHAN, LIBRARY);
    expect(await seen(administrator, 'book-shelf')).toMatchObject({
      on: false,
      state: 'REQUIREMENT_OFF',
      since: TODAY,
    });
  });
});

test('a module that is on again shows only when it has handled what it missed', async () => {
  await platform.enable(YANGPU, CIRCLE);
  await platform.disable(YANGPU, CIRCLE);
  const yangpu = await platform.as(YANGPU, 'administrator');
  const { module } = await change(yangpu, 'enableModule', { moduleId: CIRCLE });
  expect(module).toEqual({ id: CIRCLE, on: false, state: 'CATCHING_UP' });
  await platform.app.work(1);
  await platform.jobsDone();
  expect(await seen(yangpu, CIRCLE)).toMatchObject({ on: true, state: 'SWITCHED_ON' });
});

test('of two who decide at once the second sees what the first has done', async () => {
  for (let round = 0; round < 8; round += 1) {
    await offByForce(BAOSHAN, LIBRARY);
    const before = (await seen(administrator, LIBRARY)).history.length;
    const both = ['book-shelf', 'book-fair'].map((moduleId) => change(administrator, 'enableModule', { moduleId }));
    expect((await Promise.all(both)).map(({ codes }) => codes)).toEqual([[], []]);
    // Both need the library; two who did not see each other would both have switched them on.
    expect((await seen(administrator, LIBRARY)).history).toHaveLength(before + 1);
    const opposite = [
      change(administrator, 'enableModule', { moduleId: 'book-fair' }),
      change(administrator, 'disableModule', {
        moduleId: 'book-shelf',
        confirmation: await confirmation('book-shelf'),
      }),
    ];
    await Promise.all(opposite);
    const on = await platform.modules(BAOSHAN);
    expect(on.has('book-fair') && !on.has('book-shelf')).toBe(false);
  }
}, 30_000);

async function confirmation(moduleId: string, on = TODAY): Promise<string | null> {
  const query = `{ moduleImpact(moduleId: "${moduleId}", on: "${on}") { confirmation } }`;
  return (await administrator.query(query)).moduleImpact.confirmation;
}

describe('who may', () => {
  test('switch is the administrator alone', async () => {
    const { north } = await bodies(platform, YANGPU);
    for (const role of ['security-administrator', 'auditor', 'city', 'front-end', 'organizer']) {
      const client = await platform.as(YANGPU, role, role === 'organizer' ? { organizationId: north } : {});
      for (const mutation of ['enableModule', 'disableModule']) {
        expect([role, (await change(client, mutation, { moduleId: 'chess' })).codes]).toEqual([role, ['FORBIDDEN']]);
      }
    }
    expect((await seen(await platform.as(YANGPU, 'administrator'), 'chess')).history).toHaveLength(
      await decisions(YANGPU, 'chess'),
    );
  });

  test('only read learns of modules that are on, and of nothing else, not even by a name in a history', async () => {
    await platform.enable(BAOSHAN, 'chess');
    await platform.enable(BAOSHAN, LIBRARY);
    await platform.disable(BAOSHAN, CIRCLE);
    for (const role of ['auditor', 'security-administrator']) {
      const reader = await platform.as(BAOSHAN, role);
      const answer = await reader.query('{ modules { id requiredBy history { becauseOf } planned { becauseOf } } }');
      expect(answer.modules.map(({ id }: { id: string }) => id)).toEqual([LIBRARY, 'chess']);
      expect(JSON.stringify(answer)).not.toContain('book');
      expect(await seen(reader, 'book-fair')).toBeNull();
      const unknown = await reader.failed('{ moduleImpact(moduleId: "book-fair") { confirmation } }');
      expect(unknown.extensions.code).toBe('FORBIDDEN');
    }
    const { modules } = await administrator.query('{ modules { id } }');
    expect(modules.map(({ id }: { id: string }) => id)).toEqual([CIRCLE, LIBRARY, 'book-shelf', 'book-fair', 'chess']);
  });

  test('see nothing of modules are members and front ends', async () => {
    const frontEnd = await platform.as(BAOSHAN, 'front-end');
    expect((await frontEnd.failed('{ modules { id } }')).extensions.code).toBe('FORBIDDEN');
    expect((await platform.anonymous.failed('{ modules { id } }')).extensions.code).toBe('UNAUTHENTICATED');
  });
});

async function decisions(district: string, module: string): Promise<number> {
  const { id } = await platform.district(district);
  const { rows } = await platform.sql.query(
    'select count(*)::int as n from module_decisions where district_id = $1 and module = $2',
    [id, module],
  );
  return rows[0].n;
}
