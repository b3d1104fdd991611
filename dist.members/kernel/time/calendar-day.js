const DAY = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const MILLISECONDS_PER_DAY = 86_400_000;
/** Whether `text` is a day that exists: `2024-02-29` does, `2026-02-29` and `2026-2-1` do not. */
export function isCalendarDay(text) {
    const match = DAY.exec(text);
    if (!match)
        return false;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const length = month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
    return day >= 1 && day <= length;
}
/**
 * Days since 1970-01-01 (which is 0); earlier days are negative.
 * @throws RangeError when `day` is not a calendar day.
 */
export function dayNumber(day) {
    if (!isCalendarDay(day))
        throw new RangeError('not a calendar day (YYYY-MM-DD)');
    return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}
/**
 * The inverse of `dayNumber`.
 * @throws RangeError when the number is not whole or its day lies outside the years 0001 to 9999.
 */
export function dayFromNumber(number) {
    const at = new Date(number * MILLISECONDS_PER_DAY);
    const day = Number.isInteger(number) && !Number.isNaN(at.getTime()) ? at.toISOString().slice(0, 10) : '';
    if (!isCalendarDay(day))
        throw new RangeError('day outside the calendar (0001-01-01 to 9999-12-31)');
    return day;
}
//# sourceMappingURL=calendar-day.js.map