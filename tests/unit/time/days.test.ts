import { describe, expect, test } from '@jest/globals';
import { addDays, businessDay, compare } from '../../../src/kernel/time/business-day.js';
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
