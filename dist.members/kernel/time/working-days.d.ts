import { type CalendarDay } from './calendar-day.js';
/**
 * Days that differ from the plain week, `true` = worked, `false` = off: the yearly schedule of the State Council with
 * its shifted workdays (调休). Data, not code: it is published each November and loaded without a release. A year
 * whose schedule is not loaded yet falls back to Monday to Friday.
 */
export type WorkingDayExceptions = ReadonlyMap<CalendarDay, boolean>;
/**
 * Whether work is done on `day`.
 * @throws RangeError when `day` is not a calendar day.
 */
export declare function isWorkingDay(day: CalendarDay, exceptions: WorkingDayExceptions): boolean;
/**
 * The day on which a period of `n` working days that starts on `from` ends.
 *
 * The first day is not counted (Civil Code art. 201): three working days from a Monday end on Thursday, whether or
 * not `from` is itself a working day. Negative `n` counts back. With `n` = 0 the answer is `from`, or the next
 * working day when `from` is off (art. 203: a last day that is a holiday moves to the day after).
 *
 * @param from `YYYY-MM-DD`, a business day in Asia/Shanghai
 * @param n whole number of working days, at most 30,000 either way
 * @throws RangeError when `from` is not a calendar day or `n` is out of range
 */
export declare function addWorkingDays(from: CalendarDay, n: number, exceptions: WorkingDayExceptions): CalendarDay;
