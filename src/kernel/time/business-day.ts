import { type CalendarDay, dayFromNumber, dayNumber, MILLISECONDS_PER_DAY } from './calendar-day.js';

/** The zone of every business day and time window of the federations (api.md, "Time"). */
export const BUSINESS_TIME_ZONE = 'Asia/Shanghai';

/** The zone's own rules rather than a fixed +08:00, because Shanghai kept summer time from 1986 to 1991. */
const shanghai = new Intl.DateTimeFormat('en-US', {
  timeZone: BUSINESS_TIME_ZONE,
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const HOUR_MS = 3_600_000;
/** Since 1901 days begin on whole hours of UTC, so that one day holds for a whole hour. */
const WHOLE_HOURS_SINCE = Date.UTC(1901, 0, 2);

/** The hour that was asked for last, and its day: nearly always the current one. */
let remembered = { hour: Number.NaN, day: '' };

/**
 * The day that an instant belongs to in Asia/Shanghai: `2026-01-01T16:00:00Z` is already 2026-01-02.
 * @throws RangeError for an invalid Date.
 */
export function businessDay(at: Date): CalendarDay {
  const time = at.getTime();
  const hour = Math.floor(time / HOUR_MS);
  if (hour === remembered.hour) return remembered.day;
  const day = formatted(at);
  if (time >= WHOLE_HOURS_SINCE) remembered = { hour, day };
  return day;
}

/**
 * The first instant of a day in Asia/Shanghai, from 1901 on.
 * @throws RangeError when `day` is not a calendar day.
 */
export function startOfDay(day: CalendarDay): Date {
  const utc = dayNumber(day) * MILLISECONDS_PER_DAY;
  // Eight hours before the same hour of UTC, nine in summers that had summer time.
  const summer = new Date(utc - 9 * HOUR_MS);
  return businessDay(summer) === day ? summer : new Date(utc - 8 * HOUR_MS);
}

function formatted(at: Date): CalendarDay {
  let year = '';
  let month = '';
  let day = '';
  for (const part of shanghai.formatToParts(at)) {
    if (part.type === 'year') year = part.value.padStart(4, '0');
    else if (part.type === 'month') month = part.value;
    else if (part.type === 'day') day = part.value;
  }
  return `${year}-${month}-${day}`;
}

/**
 * The day `days` calendar days after (negative: before) `day`.
 * @throws RangeError when `day` is not a calendar day, `days` is not whole, or the result leaves the calendar.
 */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayFromNumber(dayNumber(day) + days);
}

/** -1 when `a` is before `b`, 0 when they are the same day, 1 when it is after. For sorting and for windows. */
export function compare(a: CalendarDay, b: CalendarDay): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
