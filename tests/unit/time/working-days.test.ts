import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../../src/kernel/time/business-day.js';
import { isCalendarDay } from '../../../src/kernel/time/calendar-day.js';
import { addWorkingDays, isWorkingDay } from '../../../src/kernel/time/working-days.js';

const rows = readFileSync(new URL('../../../data/calendar-cn-2026.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));
const schedule = new Map(rows.slice(1).map(([day, working]) => [day!, working === 'true']));
const none: ReadonlyMap<string, boolean> = new Map();

describe('the schedule of 2026', () => {
  test('every row is a day of 2026 with true or false and a Chinese name, in order, once', () => {
    expect(rows[0]).toEqual(['day', 'working', 'name_zh']);
    for (const [day, working, name] of rows.slice(1)) {
      expect(isCalendarDay(day!) && day!.startsWith('2026-')).toBe(true);
      expect(['true', 'false']).toContain(working);
      expect(name).toMatch(/^\p{Script=Han}+$/u);
    }
    const days = rows.slice(1).map(([day]) => day);
    expect(days).toEqual([...new Set(days)].sort());
  });

  test('the State Council gives 33 days off and takes six weekend days for work', () => {
    expect([...schedule.values()].filter((working) => !working)).toHaveLength(33);
    const shifted = [...schedule].filter(([, working]) => working).map(([day]) => day);
    expect(shifted).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    for (const day of shifted) expect(isWorkingDay(day, none)).toBe(false);
  });

  test('2026 has 248 working days', () => {
    let count = 0;
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) if (isWorkingDay(day, schedule)) count++;
    expect(count).toBe(248);
  });
});

describe('working-day deadlines', () => {
  test('the first day is not counted: three working days from a Monday end on Thursday', () => {
    expect(addWorkingDays('2026-03-02', 3, schedule)).toBe('2026-03-05');
  });

  test('a weekend is stepped over', () => {
    expect(addWorkingDays('2026-03-06', 1, none)).toBe('2026-03-09');
    expect(addWorkingDays('2026-03-07', 1, none)).toBe('2026-03-09');
  });

  test('the Spring Festival is stepped over and a shifted Saturday counts', () => {
    expect(addWorkingDays('2026-02-13', 1, schedule)).toBe('2026-02-14');
    expect(addWorkingDays('2026-02-13', 2, schedule)).toBe('2026-02-24');
    expect(addWorkingDays('2026-02-27', 1, schedule)).toBe('2026-02-28');
  });

  test('a negative count goes back by the same rule', () => {
    expect(addWorkingDays('2026-02-24', -1, schedule)).toBe('2026-02-14');
    expect(addWorkingDays('2026-02-24', -2, schedule)).toBe('2026-02-13');
  });

  test('a count of zero moves a day off to the next working day and leaves a working day alone', () => {
    expect(addWorkingDays('2026-10-01', 0, schedule)).toBe('2026-10-08');
    expect(addWorkingDays('2026-10-08', 0, schedule)).toBe('2026-10-08');
  });

  test('a year without a schedule has plain weeks', () => {
    expect(addWorkingDays('2030-01-04', 1, schedule)).toBe('2030-01-07');
    expect(addWorkingDays('1969-12-26', 1, none)).toBe('1969-12-29');
  });

  test('a part of a day, an absurd count and a day that does not exist are refused', () => {
    expect(() => addWorkingDays('2026-01-01', 1.5, none)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-01-01', 1e9, none)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-02-30', 1, none)).toThrow(RangeError);
  });
});
