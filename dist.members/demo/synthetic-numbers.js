import { CREDIT_CODE_CHARACTERS, creditCodeCheckCharacter, organizationCodeCheckCharacter, } from '../kernel/identity/credit-code.js';
import { nationalIdCheckCharacter } from '../kernel/identity/national-id.js';
export const SERIES = 40;
const FIRST_AREA_CODE = 310160;
const PHONES_PER_SERIES = 100_000_000 / SERIES;
/** Sequences 001 to 998 hold 499 odd and 499 even numbers. */
const PER_BIRTHDAY_AND_GENDER = 499;
const ORGANIZATIONS = 31 ** 6;
/**
 * Walks `size` numbers in an order that looks random and meets each exactly once, because `step` shares no divisor
 * with `size`. Their product stays below 2^53.
 */
function scattered(size, step, offset, what) {
    let count = 0;
    return () => {
        if (count >= size)
            throw new RangeError(`the synthetic ${what} of this series are used up (${size})`);
        const place = ((count * step) % size) + offset;
        count += 1;
        return place >= size ? place - size : place;
    };
}
/**
 * @param seed where in its slice each sequence begins
 * @param series 0 to 39; districts that live in one database take different ones
 * @param days how many different values `dayIndex` takes (0 to `days` - 1)
 * @throws RangeError for a series outside 0 to 39
 */
export function createSyntheticNumbers(seed, series, days) {
    if (!Number.isInteger(series) || series < 0 || series >= SERIES)
        throw new RangeError(`series is 0 to ${SERIES - 1}`);
    const areaCode = String(FIRST_AREA_CODE + series);
    const nextPhone = scattered(PHONES_PER_SERIES, 1_618_033, (seed >>> 0) % PHONES_PER_SERIES, 'phone numbers');
    const nextOrganization = scattered(ORGANIZATIONS, 9_061_981, (seed >>> 0) % ORGANIZATIONS, 'credit codes');
    const numbered = new Uint16Array(days * 2);
    return {
        nationalId(birthDate, dayIndex, gender) {
            const cell = dayIndex * 2 + (gender === 'MALE' ? 1 : 0);
            const before = numbered[cell];
            if (before === undefined)
                throw new RangeError('dayIndex outside the days declared');
            if (before >= PER_BIRTHDAY_AND_GENDER)
                throw new RangeError(`no synthetic number is left for ${birthDate}`);
            numbered[cell] = before + 1;
            const sequence = ((before * 137) % PER_BIRTHDAY_AND_GENDER) * 2 + (gender === 'MALE' ? 1 : 2);
            const body = areaCode + birthDate.slice(0, 4) + birthDate.slice(5, 7) + birthDate.slice(8) + `${sequence}`.padStart(3, '0');
            return body + nationalIdCheckCharacter(body);
        },
        phone: () => `154${`${series * PHONES_PER_SERIES + nextPhone()}`.padStart(8, '0')}`,
        creditCode(holder) {
            let rest = nextOrganization();
            let organization = '';
            for (let i = 0; i < 6; i++) {
                organization = CREDIT_CODE_CHARACTERS.charAt(rest % 31) + organization;
                rest = Math.floor(rest / 31);
            }
            organization = `MA${organization}`;
            const body = `${holder === 'UNION' ? '8' : '9'}1${areaCode}${organization}${organizationCodeCheckCharacter(organization)}`;
            return body + creditCodeCheckCharacter(body);
        },
    };
}
//# sourceMappingURL=synthetic-numbers.js.map