import { dayFromNumber, dayNumber } from './calendar-day.js';
/** More than the working days of a century: a count beyond it is a mistake of the caller. */
const LIMIT = 30_000;
/**
 * Whether work is done on `day`.
 * @throws RangeError when `day` is not a calendar day.
 */
export function isWorkingDay(day, exceptions) {
    return worked(dayNumber(day), day, exceptions);
}
function worked(number, day, exceptions) {
    // 1970-01-01, day 0, was a Thursday; 0 = Sunday, 6 = Saturday.
    const weekday = (((number + 4) % 7) + 7) % 7;
    return exceptions.get(day) ?? (weekday !== 0 && weekday !== 6);
}
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
export function addWorkingDays(from, n, exceptions) {
    if (!Number.isInteger(n) || Math.abs(n) > LIMIT)
        throw new RangeError(`n must be a whole number within ±${LIMIT}`);
    const step = n < 0 ? -1 : 1;
    let number = dayNumber(from);
    let left = Math.abs(n);
    if (left === 0) {
        left = 1;
        number -= 1;
    }
    let day = from;
    while (left > 0) {
        number += step;
        day = dayFromNumber(number);
        if (worked(number, day, exceptions))
            left -= 1;
    }
    return day;
}
//# sourceMappingURL=working-days.js.map