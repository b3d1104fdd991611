import { type CalendarDay } from './calendar-day.js';
/** The zone of every business day and time window of the federations (api.md, "Time"). */
export declare const BUSINESS_TIME_ZONE = "Asia/Shanghai";
/**
 * The day that an instant belongs to in Asia/Shanghai: `2026-01-01T16:00:00Z` is already 2026-01-02.
 * @throws RangeError for an invalid Date.
 */
export declare function businessDay(at: Date): CalendarDay;
/**
 * The day `days` calendar days after (negative: before) `day`.
 * @throws RangeError when `day` is not a calendar day, `days` is not whole, or the result leaves the calendar.
 */
export declare function addDays(day: CalendarDay, days: number): CalendarDay;
/** -1 when `a` is before `b`, 0 when they are the same day, 1 when it is after. For sorting and for windows. */
export declare function compare(a: CalendarDay, b: CalendarDay): -1 | 0 | 1;
