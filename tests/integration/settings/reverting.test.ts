import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../../src/kernel/index.js';
import type { Client } from '../../../src/testing/client.js';
import { Platform, startPlatform } from '../../../src/testing/platform.js';
import { lending } from './book-lending.js';
import { change, later, read, REVERT } from './desk.js';

const BAOSHAN = '310113';
const YANGPU = '310110';

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startPlatform({ plugins: [lending], workers: 0 });
  for (const district of [BAOSHAN, YANGPU]) await platform.enable(district, 'book-lending');
  administrator = await platform.as(BAOSHAN, 'administrator');
});
afterAll(() => platform.close());

describe('reverting settings', () => {
  test('brings back all of them as they were after a change, and ends what was planned', async () => {
    const outside = await platform.as(YANGPU, 'administrator');
    const first = await change(outside, 'book-lending', { least: 2, most: 20 });
    await change(outside, 'book-lending', { most: 30, pace: 'FAST' });
    await change(outside, 'book-lending', { open: false }, 5);
    const { version } = await read(outside, 'book-lending');
    const input = {
      moduleId: 'book-lending',
      toSettingsChangeId: first.change.id,
      reason: '恢复',
      expectedVersion: version,
    };
    const { settings, change: made } = await outside.mutate(REVERT, { input });
    expect(settings.values).toMatchObject({ least: 2, most: 20, pace: 'SLOW', open: true });
    expect(made).toMatchObject({ changes: { most: 20, pace: 'SLOW', open: true }, revertsTo: { id: first.change.id } });
    expect((await read(outside, 'book-lending', later(5))).values).toEqual(settings.values);
    expect((await read(outside, 'book-lending')).planned).toEqual([]);
    expect((await read(outside, 'book-lending')).version).toBe(version + 1);
    // Twice is no change.
    const again = { ...input, expectedVersion: version + 1 };
    expect(await outside.refused(REVERT, { input: again })).toMatchObject([
      { code: 'SETTINGS_UNCHANGED', path: ['input', 'toSettingsChangeId'] },
    ]);
  });

  test('may begin later; until then nothing changes', async () => {
    const outside = await platform.as(YANGPU, 'administrator');
    const { history, version, values } = await read(outside, 'book-lending');
    const toSettingsChangeId = history.nodes.at(-2).id;
    const input = {
      moduleId: 'book-lending',
      toSettingsChangeId,
      since: later(3),
      reason: '恢复',
      expectedVersion: version,
    };
    await outside.mutate(REVERT, { input });
    expect((await read(outside, 'book-lending', later(2))).values).toEqual(values);
    expect((await read(outside, 'book-lending', later(3))).values).toMatchObject({ most: 30, pace: 'FAST' });
  });

  test('is refused for a change of another module, of another district and for one that is not there', async () => {
    const elsewhere = (await change(administrator, 'clients', { keyDays: 90 })).change.id;
    const outside = await platform.as(YANGPU, 'administrator');
    const { version, history } = await read(outside, 'book-lending');
    const own = (await read(administrator, 'book-lending')).version;
    const none = toGlobalId('SettingsChange', '0190f0f0-0000-7000-8000-000000000000');
    const input = { moduleId: 'book-lending', reason: '恢复' };
    const answers = [
      await outside.refused(REVERT, { input: { ...input, toSettingsChangeId: elsewhere, expectedVersion: version } }),
      await administrator.refused(REVERT, {
        input: { ...input, toSettingsChangeId: history.nodes[0].id, expectedVersion: own },
      }),
      await administrator.refused(REVERT, { input: { ...input, toSettingsChangeId: elsewhere, expectedVersion: own } }),
      await administrator.refused(REVERT, { input: { ...input, toSettingsChangeId: none, expectedVersion: own } }),
      await administrator.refused(REVERT, {
        input: { ...input, toSettingsChangeId: 'nonsense', expectedVersion: own },
      }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'toSettingsChangeId'] }]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});
