import { describe, expect, test } from '@jest/globals';
import { daysFrom, type DatedChange, inForceOn } from '../../../src/kernel/settings/fold.js';
import { randomOf, rounds } from '../../support/size.js';

const on = (since: string, changes: Record<string, unknown>): DatedChange => ({ since, changes });

describe('settings in force on a day', () => {
  test('nothing is in force before the first change', () => {
    expect(inForceOn([on('2026-12-01', { limit: 5 })], '2026-11-30')).toEqual({});
    expect(inForceOn([on('2026-12-01', { limit: 5 })], '2026-12-01')).toEqual({ limit: 5 });
  });

  test('a change says nothing about settings that it does not name', () => {
    const changes = [on('2026-12-01', { limit: 5, days: 3 }), on('2026-12-02', { days: 4 })];
    expect(inForceOn(changes, '2026-12-02')).toEqual({ limit: 5, days: 4 });
  });

  test('a change from an earlier day on, decided later, replaces what was planned, for the settings that it names', () => {
    const changes = [on('2027-01-01', { limit: 5, days: 3 }), on('2026-12-01', { limit: 9 })];
    expect(inForceOn(changes, '2027-01-01')).toEqual({ limit: 9, days: 3 });
  });

  test('a plan made later stands', () => {
    const changes = [on('2026-12-01', { limit: 9 }), on('2027-01-01', { limit: 5 })];
    expect(inForceOn(changes, '2026-12-31')).toEqual({ limit: 9 });
    expect(inForceOn(changes, '2027-01-01')).toEqual({ limit: 5 });
  });

  test('a setting called __proto__ is a key like any other and reaches no prototype', () => {
    const values = inForceOn([on('2026-12-01', JSON.parse('{"__proto__": {"limit": 1}}'))], '2026-12-01');
    expect((values as { limit?: number }).limit).toBeUndefined();
  });

  test('of each setting it is the change decided last among those that have begun, whatever their order', () => {
    const random = randomOf('settings in force');
    const day = () => `2026-12-0${1 + random.integer(9)}`;
    for (let round = 0; round < rounds(300, 5_000); round++) {
      const changes = Array.from({ length: random.integer(8) }, (_, number) =>
        on(day(), Object.fromEntries(['a', 'b', 'c'].filter(() => random.chance(0.5)).map((key) => [key, number]))),
      );
      const asked = day();
      const expected: Record<string, unknown> = {};
      for (const key of ['a', 'b', 'c']) {
        const last = changes.findLast(({ since, changes: named }) => since <= asked && key in named);
        if (last) expected[key] = last.changes[key];
      }
      expect(inForceOn(changes, asked)).toEqual(expected);
    }
  });

  test('days to be checked are the day itself and later ones on which something begins, each once', () => {
    const changes = [on('2027-02-01', {}), on('2026-12-01', {}), on('2027-01-01', {}), on('2027-02-01', {})];
    expect(daysFrom(changes, '2026-12-15')).toEqual(['2026-12-15', '2027-01-01', '2027-02-01']);
    expect(daysFrom(changes, '2027-01-01')).toEqual(['2027-01-01', '2027-02-01']);
  });
});
