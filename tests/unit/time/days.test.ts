import { describe, expect, test } from '@jest/globals';
import { addDays, businessDay, compare, startOfDay } from '../../../src/kernel/time/business-day.js';
import { dayFromNumber, dayNumber, isCalendarDay } from '../../../src/kernel/time/calendar-day.js';

describe('calendar days', () => {
  test('a day that does not exist is refused', () => {
    for (const day of [
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '0000-01-01',
      '2026-1-1',
      '2026-01-01T00:00:00Z',
      '２０２６-01-01',
      '',
    ])
      expect(isCalendarDay(day)).toBe(false);
    for (const day of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isCalendarDay(day)).toBe(true);
  });

  test("a day and its number are each other's inverse", () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    for (const day of ['0001-01-01', '1880-01-01', '1969-12-31', '2024-02-29', '9999-12-31']) {
      expect(dayFromNumber(dayNumber(day))).toBe(day);
    }
  });
});

describe('business days', () => {
  test('the day begins at midnight in Shanghai', () => {
    expect(businessDay(new Date('2026-01-01T15:59:59.999Z'))).toBe('2026-01-01');
    expect(businessDay(new Date('2026-01-01T16:00:00Z'))).toBe('2026-01-02');
    expect(businessDay(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
  });

  test('the summer time that Shanghai kept from 1986 to 1991 is honoured', () => {
    expect(businessDay(new Date('1988-07-01T15:00:00Z'))).toBe('1988-07-02');
    expect(businessDay(new Date('1988-01-01T15:00:00Z'))).toBe('1988-01-01');
  });

  test('begins at midnight in Shanghai, in years with summer time as well', () => {
    expect(startOfDay('2026-01-02').toISOString()).toBe('2026-01-01T16:00:00.000Z');
    expect(startOfDay('1986-05-04').toISOString()).toBe('1986-05-03T16:00:00.000Z');
    expect(startOfDay('1988-07-01').toISOString()).toBe('1988-06-30T15:00:00.000Z');
    for (let day = '1985-12-01'; day < '1992-02-01'; day = addDays(day, 1)) {
      const start = startOfDay(day).getTime();
      expect([businessDay(new Date(start)), businessDay(new Date(start - 1))]).toEqual([day, addDays(day, -1)]);
    }
  });

  test('is told for every instant, whichever was asked for before', () => {
    const instants = [
      '2026-01-01T15:59:59.999Z',
      '2026-01-01T16:00:00Z',
      '2026-01-01T16:59:59Z',
      '2026-01-01T15:00:00Z',
    ];
    expect([...instants, ...instants.reverse()].map((instant) => businessDay(new Date(instant)))).toEqual(
      ['01', '02', '02', '01', '01', '02', '02', '01'].map((day) => `2026-01-${day}`),
    );
    // Until 1901 Shanghai was 8:05:43 ahead: the day ends within an hour of UTC.
    expect(businessDay(new Date('1890-01-01T15:54:16Z'))).toBe('1890-01-01');
    expect(businessDay(new Date('1890-01-01T15:54:18Z'))).toBe('1890-01-02');
  });

  test('an invalid instant has no day', () => {
    expect(() => businessDay(new Date('nonsense'))).toThrow(RangeError);
  });

  test('days are added across months, leap days and years, both ways', () => {
    expect(addDays('2026-01-31', 1)).toBe('2026-02-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-03-01', 0)).toBe('2026-03-01');
    expect(addDays('2026-01-01', 365)).toBe('2027-01-01');
  });

  test('adding to what is no day, a part of a day, or past the calendar is refused', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('2026-02-01', Number.NaN)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-01', Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
  });

  test('days compare in the order of the calendar', () => {
    expect(['2026-02-01', '2025-12-31', '2026-01-15'].sort(compare)).toEqual([
      '2025-12-31',
      '2026-01-15',
      '2026-02-01',
    ]);
    expect(compare('2026-01-01', '2026-01-01')).toBe(0);
  });
});
