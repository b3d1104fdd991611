import { dayFromNumber, dayNumber } from './calendar-day.js';
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
/**
 * The day that an instant belongs to in Asia/Shanghai: `2026-01-01T16:00:00Z` is already 2026-01-02.
 * @throws RangeError for an invalid Date.
 */
export function businessDay(at) {
    let year = '';
    let month = '';
    let day = '';
    for (const part of shanghai.formatToParts(at)) {
        if (part.type === 'year')
            year = part.value.padStart(4, '0');
        else if (part.type === 'month')
            month = part.value;
        else if (part.type === 'day')
            day = part.value;
    }
    return `${year}-${month}-${day}`;
}
/**
 * The day `days` calendar days after (negative: before) `day`.
 * @throws RangeError when `day` is not a calendar day, `days` is not whole, or the result leaves the calendar.
 */
export function addDays(day, days) {
    return dayFromNumber(dayNumber(day) + days);
}
/** -1 when `a` is before `b`, 0 when they are the same day, 1 when it is after. For sorting and for windows. */
export function compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
//# sourceMappingURL=business-day.js.map