import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settingsOf } from '../../../src/kernel/index.js';
import { memberSettings } from '../../../src/modules/members/settings.js';
import type { Client } from '../../../src/testing/client.js';
import { Platform, startPlatform } from '../../../src/testing/platform.js';
import { readingCircle } from '../../fixtures/plugins/reading-circle/index.js';
import { lending } from './book-lending.js';
import { CHANGE, change, later, read, refused, today } from './desk.js';

const BAOSHAN = '310113';
const YANGPU = '310110';

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startPlatform({ plugins: [readingCircle, lending], workers: 0 });
  await platform.enable(BAOSHAN, 'reading-circle');
  for (const district of [BAOSHAN, YANGPU]) await platform.enable(district, 'book-lending');
  administrator = await platform.as(BAOSHAN, 'administrator');
});
afterAll(() => platform.close());

describe('a change of settings', () => {
  test('holds from its day on, for the graph and for services alike, and keeps what was', async () => {
    const { settings, change: made } = await change(administrator, 'members', { applicationDecisionDays: 5 }, 10);
    expect(settings).toMatchObject({
      moduleId: 'members',
      on: later(10),
      values: { applicationDecisionDays: 5 },
      version: 1,
    });
    expect(made).toMatchObject({
      since: later(10),
      changes: { applicationDecisionDays: 5 },
      moduleId: 'members',
      reason: '测试',
    });
    const onDay = (day: string) =>
      platform.acting(BAOSHAN, async (ctx) => (await settingsOf(ctx, memberSettings, day)).applicationDecisionDays);
    expect([await onDay(today), await onDay(later(9)), await onDay(later(10))]).toEqual([3, 3, 5]);
    const { before, after } = await administrator.query(
      `query ($a: Date!, $b: Date!) { before: settings(on: $a) { members { applicationDecisionDays } }
        after: settings(on: $b) { members { applicationDecisionDays } } }`,
      { a: later(9), b: later(10) },
    );
    expect([before, after].map(({ members }) => members.applicationDecisionDays)).toEqual([3, 5]);
    expect((await read(administrator, 'members')).planned).toEqual([
      { since: later(10), changes: { applicationDecisionDays: 5 }, reason: '测试' },
    ]);
    expect((await read(administrator, 'members', later(10))).planned).toEqual([]);
  });

  test('stands in the history with who, when and why, newest first, and in the audit with old and new values', async () => {
    await change(administrator, 'clients', { keyDays: 100 });
    await change(administrator, 'clients', { keyDays: 200 });
    const { history, version } = await read(administrator, 'clients');
    expect(version).toBe(2);
    expect(history.nodes.map(({ changes }: { changes: object }) => changes)).toEqual([
      { keyDays: 200 },
      { keyDays: 100 },
    ]);
    for (const node of history.nodes)
      expect(node).toMatchObject({ reason: '测试', changedBy: expect.stringMatching(/./) });
    const { rows } = await platform.sql.query(
      `select verb, actor_name, action, changes from audit_records where entity = 'Settings:clients' order by id desc limit 1`,
    );
    expect(rows).toEqual([
      {
        verb: 'UPDATE',
        actor_name: history.nodes[0].changedBy,
        action: 'changeModuleSettings',
        changes: [
          { field: 'keyDays', before: 100, after: 200 },
          { field: 'since', after: today },
          { field: 'reason', after: '测试' },
        ],
      },
    ]);
  });

  test('is the district’s alone', async () => {
    await change(administrator, 'exports', { keptHours: 7 });
    const outside = await platform.as(YANGPU, 'administrator');
    expect(await read(outside, 'exports')).toMatchObject({
      values: { keptHours: 24 },
      version: 0,
      history: { totalCount: 0 },
    });
    const { history } = await read(administrator, 'exports');
    const { node } = await outside.query('query ($id: ID!) { node(id: $id) { id } }', { id: history.nodes[0].id });
    expect(node).toBeNull();
  });

  test('is refused for a name that nobody declares, also for those every object has', async () => {
    const values = { least: 2, lest: 1, constructor: { most: 3 }, toString: 1 };
    expect(await refused(administrator, 'book-lending', values)).toEqual(
      ['lest', 'constructor', 'toString'].map((name) => ({
        code: 'SETTING_UNKNOWN',
        path: `input.values.${name}`,
        message: `There is no setting ${name}.`,
      })),
    );
    expect(
      (await refused(administrator, 'book-lending', { [`x${'y'.repeat(5_000)}`]: 1 }))[0]!.message.length,
    ).toBeLessThan(100);
  });

  test('is refused for values that do not fit, each at its place and in the caller’s language', async () => {
    const values = {
      least: 1.5,
      pace: 'QUICK',
      shelves: { a: 10 },
      hours: { from: '8' },
      code: 'a1',
      closedFrom: '2026-02-30',
    };
    const places = ['closedFrom', 'code', 'hours.from', 'least', 'pace', 'shelves.a'].map(
      (place) => `input.values.${place}`,
    );
    for (const locale of ['zh-CN', 'en'] as const) {
      const errors = await refused(administrator, 'book-lending', values, {}, locale);
      expect(errors.map(({ path }) => path).sort()).toEqual(places);
      for (const { code, message } of errors) {
        expect(code).toBe('INVALID_VALUE');
        expect(message).not.toMatch(/\[A-Z\]|undefined/);
        expect(/\p{Script=Han}/u.test(message)).toBe(locale === 'zh-CN');
      }
    }
  });

  test('is refused for everything that is wrong with it at once', async () => {
    const more = { reason: '。', since: later(400), expectedVersion: 7 };
    const errors = await refused(administrator, 'book-lending', { lest: 1, least: 1.5, pace: 'QUICK' }, more);
    expect(errors.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'INVALID_VALUE input.reason',
      'SETTINGS_DAY_OUT_OF_RANGE input.since',
      'SETTING_UNKNOWN input.values.lest',
      'STALE_VERSION input.expectedVersion',
      'INVALID_VALUE input.values.least',
      'INVALID_VALUE input.values.pace',
    ]);
    expect(errors[0]!.message).toBe('This value is not acceptable: it must be 2 to 200 characters long');
  });

  test('is refused for whole settings that are at odds, in the words of the rule', async () => {
    expect(await refused(administrator, 'book-lending', { least: 11 })).toEqual([
      {
        code: 'INVALID_VALUE',
        path: 'input.values.most',
        message: 'This value is not acceptable: must not be less than the least',
      },
    ]);
  });

  test('is refused where it breaks what is planned, and the plan’s day is named', async () => {
    await change(administrator, 'book-lending', { most: 4 }, 20);
    expect(await refused(administrator, 'book-lending', { least: 5 })).toEqual([
      {
        code: 'SETTINGS_PLAN_UNFIT',
        path: 'input.values.most',
        message: `This does not fit a change planned from ${later(20)} on: must not be less than the least`,
      },
    ]);
    expect((await read(administrator, 'book-lending')).version).toBe(1);
    // Later than the plan, or together with what fits, it is fine.
    await change(administrator, 'book-lending', { least: 5, most: 9 }, 0);
    expect((await read(administrator, 'book-lending', later(20))).values).toMatchObject({ least: 5, most: 9 });
  });

  test('replaces for its settings what was planned before, which is then no plan any more', async () => {
    await change(administrator, 'attachments', { maxMegabytes: 50, maxUnpackedMegabytes: 400 }, 30);
    await change(administrator, 'attachments', { maxMegabytes: 60 }, 10);
    expect((await read(administrator, 'attachments', later(30))).values).toMatchObject({
      maxMegabytes: 60,
      maxUnpackedMegabytes: 400,
    });
    await change(administrator, 'attachments', { maxUnpackedMegabytes: 300 }, 20);
    expect((await read(administrator, 'attachments')).planned.map(({ since }: { since: string }) => since)).toEqual([
      later(10),
      later(20),
    ]);
    // A plan for a still later day leaves the earlier one its days.
    await change(administrator, 'attachments', { maxUnpackedMegabytes: 250 }, 25);
    expect((await read(administrator, 'attachments')).planned.map(({ since }: { since: string }) => since)).toEqual([
      later(10),
      later(20),
      later(25),
    ]);
    // What is in force today is given on purpose: it takes the plan back.
    await change(administrator, 'attachments', { maxMegabytes: 100 });
    expect((await read(administrator, 'attachments')).planned.map(({ since }: { since: string }) => since)).toEqual([
      later(20),
      later(25),
    ]);
  });

  test('that changes nothing is refused and leaves no record', async () => {
    const { version, values } = await read(administrator, 'book-lending');
    expect(await refused(administrator, 'book-lending', { least: values.least })).toMatchObject([
      { code: 'SETTINGS_UNCHANGED', path: 'input.values' },
    ]);
    expect(await refused(administrator, 'book-lending', {})).toMatchObject([{ code: 'SETTINGS_UNCHANGED' }]);
    expect((await read(administrator, 'book-lending')).version).toBe(version);
  });

  test('keeps only what differs', async () => {
    const { values } = await read(administrator, 'book-lending');
    const { change: made } = await change(administrator, 'book-lending', { least: values.least, code: ' BB ' });
    expect(made.changes).toEqual({ code: 'BB' });
  });

  test('is refused for the past, beyond a year, without a reason and on an older version', async () => {
    const first = (more: object) =>
      refused(administrator, 'book-lending', { open: false }, more).then(([error]) => error);
    expect(await first({ since: later(-1) })).toMatchObject({ code: 'SETTINGS_DAY_OUT_OF_RANGE', path: 'input.since' });
    expect(await first({ since: later(367) })).toMatchObject({
      code: 'SETTINGS_DAY_OUT_OF_RANGE',
      path: 'input.since',
    });
    expect(await first({ reason: ' ' })).toMatchObject({ code: 'INVALID_VALUE', path: 'input.reason' });
    expect(await first({ expectedVersion: 0 })).toMatchObject({ code: 'STALE_VERSION', path: 'input.expectedVersion' });
  });

  test('is one of many sent at once on the same version', async () => {
    const { version } = await read(administrator, 'book-lending');
    const answers = await Promise.all(
      [31, 32, 33, 34, 35].map((until) => {
        const input = { moduleId: 'book-lending', values: { most: until }, reason: '测试', expectedVersion: version };
        return administrator.send(CHANGE, { input });
      }),
    );
    const codes = answers.flatMap(({ data }) =>
      data.changeModuleSettings.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(codes).toEqual(['STALE_VERSION', 'STALE_VERSION', 'STALE_VERSION', 'STALE_VERSION']);
    expect((await read(administrator, 'book-lending')).version).toBe(version + 1);
  });

  test('too large to be a setting is refused', async () => {
    const shelves = Object.fromEntries(Array.from({ length: 3_000 }, (_, number) => [`shelf-${number}`, 1]));
    expect(await refused(administrator, 'book-lending', { shelves })).toMatchObject([{ code: 'INVALID_VALUE' }]);
  });

  test.each(['a\u0000', 'a\ud800'])(
    'with characters that no table holds is refused, not failed over (%j)',
    async (name) => {
      expect(await refused(administrator, 'book-lending', { shelves: { [name]: 1 } })).toMatchObject([
        { code: 'MALFORMED' },
      ]);
    },
  );

  test('is none where only the sign of zero differs', async () => {
    const zero = (least: string) =>
      administrator.send(
        CHANGE.replace('mutation ($input: ChangeModuleSettingsInput!)', 'mutation').replace(
          '$input',
          `{ moduleId: "book-lending", values: { least: ${least} }, reason: "测试", expectedVersion: ${version} }`,
        ),
      );
    let { version } = await read(administrator, 'book-lending');
    expect((await zero('0')).data.changeModuleSettings.userErrors).toEqual([]);
    version += 1;
    expect((await zero('-0')).data.changeModuleSettings.userErrors).toMatchObject([{ code: 'SETTINGS_UNCHANGED' }]);
  });
});
