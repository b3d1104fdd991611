import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settingsOf } from '../../../src/kernel/index.js';
import { memberSettings } from '../../../src/modules/members/settings.js';
import type { Client } from '../../../src/testing/client.js';
import { Platform, startPlatform } from '../../../src/testing/platform.js';
import { readingCircle } from '../../fixtures/plugins/reading-circle/index.js';
import { lending } from './book-lending.js';
import { CHANGE, change, later, read, refused, REVERT, today } from './desk.js';

const BAOSHAN = '310113';
const YANGPU = '310110';

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', plugins: [readingCircle, lending] });
  await platform.enable(BAOSHAN, 'reading-circle');
  for (const district of [BAOSHAN, YANGPU]) await platform.enable(district, 'book-lending');
  administrator = await platform.as(BAOSHAN, 'administrator');
});
afterAll(() => platform.close());

describe('the settings of a district', () => {
  test('are a typed object with a field for every module that has some', async () => {
    const { settings } = await administrator.query(`{ settings {
      on readingCircle { maxParticipants } members { applicationDecisionDays } personalData { unmaskingsPerHour }
      bookLending { least fine open pace paces closedFrom shelves hours { from until } code }
    } }`);
    expect(settings).toEqual({
      on: today,
      readingCircle: { maxParticipants: 12 },
      members: { applicationDecisionDays: 3 },
      personalData: { unmaskingsPerHour: 20 },
      bookLending: {
        least: 1,
        fine: 0.5,
        open: true,
        pace: 'SLOW',
        paces: [],
        closedFrom: null,
        shelves: {},
        hours: { from: 8, until: 18 },
        code: 'AA',
      },
    });
  });

  test('say in the graph itself what they are, in both languages and with units', async () => {
    const { __type } = await administrator.query(`{ __type(name: "BookLendingSettings") {
      description fields { name description type { kind name ofType { kind name ofType { name ofType { name } } } } }
    } }`);
    expect(__type.description).toBe('借书的设置 / Settings of Book lending');
    const described = new Map(__type.fields.map((field: { name: string }) => [field.name, field]));
    expect(described.get('fine')).toMatchObject({
      description: '罚金（元） / Fine (yuan)',
      type: { ofType: { name: 'Float' } },
    });
    expect(described.get('pace')).toMatchObject({
      type: { ofType: { kind: 'ENUM', name: 'BookLendingSettingsPace' } },
    });
    expect(described.get('paces')).toMatchObject({
      type: { ofType: { ofType: { ofType: { name: 'BookLendingSettingsPaces' } } } },
    });
    expect(described.get('closedFrom')).toMatchObject({ type: { kind: 'SCALAR', name: 'Date' } });
    expect(described.get('shelves')).toMatchObject({ type: { ofType: { name: 'JSONObject' } } });
  });

  test('are read with one statement, however many modules are asked for', async () => {
    const reads = async (fields: string) => {
      const statements = await platform.wire.statements(() => administrator.query(`{ settings { ${fields} } }`));
      return statements.filter((statement) => statement.includes('module_settings')).length;
    };
    const one = 'members { applicationDecisionDays }';
    const many = `${one} exports { keptHours } clients { keyDays } attachments { maxMegabytes } bookLending { least }`;
    // Interpreted at first, compiled from the second time on.
    for (const fields of [one, many, one, many]) expect(await reads(fields)).toBe(1);
  });

  test('are read with one statement, however many days are asked for', async () => {
    const days = Array.from({ length: 30 }, (_none, index) => later(index));
    const onDays = () =>
      platform.acting(BAOSHAN, (ctx) => Promise.all(days.map((day) => settingsOf(ctx, memberSettings, day))));
    const statements = await platform.wire.statements(onDays);
    expect(statements.filter((statement) => statement.includes('module_settings'))).toHaveLength(1);
    expect(await onDays()).toEqual(days.map(() => ({ applicationDecisionDays: 3 })));
  });

  test('of a module that is off do not exist: no field, no type, no settings to look at or to change', async () => {
    const outside = await platform.as(YANGPU, 'administrator');
    const failure = await outside.failed('{ settings { readingCircle { maxParticipants } } }');
    expect(failure.message).not.toMatch(/ReadingCircle|maxParticipants/);
    const sdl = await (await outside.fetch('/schema.graphql')).text();
    expect(sdl).toContain('type BookLendingSettings');
    expect(sdl).not.toMatch(/ReadingCircleSettings|maxParticipants/);
    const answers = ['reading-circle', 'never-written', '__proto__', 'kernel'].map((moduleId) =>
      outside.query('query ($moduleId: ID!) { moduleSettings(moduleId: $moduleId) { version } }', { moduleId }),
    );
    for (const answer of await Promise.all(answers)) expect(answer).toEqual({ moduleSettings: null });
    const input = { values: { maxParticipants: 5 }, reason: '测试', expectedVersion: 0 };
    const [off] = await outside.refused(CHANGE, { input: { ...input, moduleId: 'reading-circle' } });
    const [unknown] = await outside.refused(CHANGE, { input: { ...input, moduleId: 'never-written' } });
    expect(off).toEqual(unknown);
    expect(off).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'moduleId'] });
  });

  test('are seen by those who may, and changed by the administrator alone', async () => {
    const input = { moduleId: 'members', values: { applicationDecisionDays: 9 }, reason: '测试', expectedVersion: 0 };
    for (const role of ['security-administrator', 'auditor', 'organizer', 'front-end']) {
      const client = await platform.as(BAOSHAN, role);
      expect(await read(client, 'members')).toMatchObject({ version: 0 });
      expect(await client.refused(CHANGE, { input })).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect(
        await client.refused(REVERT, { input: { ...input, values: undefined, toSettingsChangeId: 'x' } }),
      ).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    const city = await platform.as(BAOSHAN, 'city');
    expect((await city.failed('{ settings { on } }')).extensions.code).toBe('FORBIDDEN');
    expect((await platform.anonymous.failed('{ settings { on } }')).extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('who changed settings, and why', () => {
  const SEEN = `{ moduleSettings(moduleId: "clients") { values
    history(first: 1) { totalCount nodes { id since changes reason changedBy } } } }`;

  test('is told to those who may see it, and to no front end: it sees no person', async () => {
    await change(administrator, 'clients', { keyDays: 123 });
    for (const role of ['administrator', 'security-administrator', 'auditor', 'organizer']) {
      const { history } = (await (await platform.as(BAOSHAN, role)).query(SEEN)).moduleSettings;
      expect(history.nodes).toMatchObject([{ reason: '测试', changedBy: expect.stringMatching(/./) }]);
    }
    const frontEnd = await platform.as(BAOSHAN, 'front-end');
    const { data, errors } = await frontEnd.send(SEEN);
    const [node] = data.moduleSettings.history.nodes;
    expect(node).toMatchObject({ since: today, changes: { keyDays: 123 }, reason: null, changedBy: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const alone = await frontEnd.send(
      'query ($id: ID!) { node(id: $id) { ... on SettingsChange { moduleId reason changedBy } } }',
      { id: node.id },
    );
    expect(alone.data.node).toEqual({ moduleId: 'clients', reason: null, changedBy: null });
  });
});

describe('settings when a module is switched', () => {
  test('keep their values and their history while it is off, and show neither', async () => {
    const { change: made } = await change(administrator, 'reading-circle', { maxParticipants: 7 });
    const node = (id: string) => administrator.query('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect((await node(made.id)).node).toEqual({ id: made.id });
    await platform.disable(BAOSHAN, 'reading-circle');
    expect((await node(made.id)).node).toBeNull();
    expect(await read(administrator, 'reading-circle')).toBeNull();
    await platform.enable(BAOSHAN, 'reading-circle');
    await platform.jobsDone();
    expect(await read(administrator, 'reading-circle')).toMatchObject({ values: { maxParticipants: 7 }, version: 1 });
  });

  test('stored by an earlier version of the module that no longer fit count as not set', async () => {
    await platform.sql.query(
      `insert into module_settings (district_id, id, module, since, changes, reason, changed_by)
       select id, gen_random_uuid(), 'personal-data', $2, $3::jsonb, '旧版', gen_random_uuid() from districts where code = $1`,
      [BAOSHAN, today, JSON.stringify({ unmaskingsPerHour: 100_000, erasureWaitingDays: 9, gone: true })],
    );
    const inForce = async () =>
      (await administrator.query('{ settings { personalData { unmaskingsPerHour erasureWaitingDays } } }')).settings
        .personalData;
    expect(await inForce()).toEqual({ unmaskingsPerHour: 20, erasureWaitingDays: 9 });
    // Another setting changes without them, and the default can be set on purpose.
    const other = await change(administrator, 'personal-data', { erasureWaitingDays: 8 });
    expect(other.change.changes).toEqual({ erasureWaitingDays: 8 });
    expect(await inForce()).toEqual({ unmaskingsPerHour: 20, erasureWaitingDays: 8 });
    const mended = await change(administrator, 'personal-data', { unmaskingsPerHour: 20 });
    expect(mended.change.changes).toEqual({ unmaskingsPerHour: 20 });
    expect(await refused(administrator, 'personal-data', { unmaskingsPerHour: 20 })).toMatchObject([
      { code: 'SETTINGS_UNCHANGED' },
    ]);
  });

  test('stored by an earlier version for a later day hold up no change of another setting', async () => {
    await platform.sql.query(
      `insert into module_settings (district_id, id, module, since, changes, reason, changed_by)
       select id, gen_random_uuid(), 'exports', $2, $3::jsonb, '旧版', gen_random_uuid() from districts where code = $1`,
      [BAOSHAN, later(40), JSON.stringify({ approvalAbove: 100_000 })],
    );
    const { change: made } = await change(administrator, 'exports', { keptHours: 3 });
    expect(made.changes).toEqual({ keptHours: 3 });
    expect((await read(administrator, 'exports', later(40))).values).toEqual({ approvalAbove: 500, keptHours: 3 });
  });
});
