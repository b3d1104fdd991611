/**
 * A day of the calendar without time or zone, `YYYY-MM-DD` (ISO 8601, Gregorian, years 0001 to 9999).
 * Inside the program a day is always this string, never a JS `Date`: it sorts and compares as text, and no zone can
 * shift it.
 */
export type CalendarDay = string;
export declare const MILLISECONDS_PER_DAY = 86400000;
/** Whether `text` is a day that exists: `2024-02-29` does, `2026-02-29` and `2026-2-1` do not. */
export declare function isCalendarDay(text: string): text is CalendarDay;
/**
 * Days since 1970-01-01 (which is 0); earlier days are negative.
 * @throws RangeError when `day` is not a calendar day.
 */
export declare function dayNumber(day: CalendarDay): number;
/**
 * The inverse of `dayNumber`.
 * @throws RangeError when the number is not whole or its day lies outside the years 0001 to 9999.
 */
export declare function dayFromNumber(number: number): CalendarDay;
