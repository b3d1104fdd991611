import { dayFromNumber, dayNumber } from '../kernel/time/calendar-day.js';
import { address, jointUnionName } from './body-names.js';
import { employerName, trade } from './employer-names.js';
import { personName } from './person-names.js';
import { byWeight, createRandom } from './random.js';
import { createSyntheticNumbers } from './synthetic-numbers.js';
import { employmentType, workOf } from './work.js';
/**
 * The birth date of those who are 18 on 1 January 2026, the day on which all ages are counted; `days` goes back from
 * it. A fixed day, never the day of the run: the same seed gives the same people next year.
 */
const YOUNGEST = dayNumber('2008-01-01');
/** Places in `days` of the birth dates of people `age` years old: the first of 365. */
const placeOf = (age) => Math.floor((age - 18) * 365.2425);
/** Age bands in full years, [from, to), and their shares; set by hand on the age of Shanghai's workforce. */
function places(...bands) {
    return byWeight(bands.flatMap(([from, to, share]) => Array.from({ length: to - from }, (_, year) => [placeOf(from + year), share / (to - from)])));
}
const PLACES = {
    MALE: places([18, 25, 8], [25, 35, 28], [35, 45, 31], [45, 55, 23], [55, 60, 10]),
    FEMALE: places([18, 25, 9], [25, 35, 32], [35, 45, 35], [45, 55, 24]),
};
const DAYS = placeOf(59) + 365;
const MALE_SHARE = {
    REGULAR: 0.56,
    DISPATCHED: 0.6,
    NON_REGULAR: 0.68,
    SELF_EMPLOYED: 0.52,
};
/**
 * A source of synthetic people and bodies that depends on nothing but its arguments and the order of calls.
 *
 * @param seed any number; taken as an unsigned 32-bit integer
 * @param series 0 to 39: synthesizers of different series never give the same identity number, phone or credit code.
 *   Two of the same series may, so districts that share a database take different series.
 * @throws RangeError for a series outside 0 to 39
 */
export function createSynthesizer(seed, series = 0) {
    const random = createRandom(seed);
    const numbers = createSyntheticNumbers(seed, series, DAYS);
    const days = Array.from({ length: DAYS }, (_, index) => dayFromNumber(YOUNGEST - index));
    const given = new Set();
    /** The first of `make`'s names that is new; longer and then numbered names when chance keeps repeating. */
    const fresh = (make) => {
        for (let attempt = 0;; attempt++) {
            const name = make(attempt);
            if (given.has(name))
                continue;
            given.add(name);
            return name;
        }
    };
    const nameEmployer = (district, of = trade(random)) => fresh((attempt) => employerName(random, district, of, attempt < 3 ? 2 : attempt < 6 ? 3 : 4));
    return {
        person(wanted) {
            const employment = wanted ?? employmentType(random);
            const gender = random.chance(MALE_SHARE[employment]) ? 'MALE' : 'FEMALE';
            const dayIndex = random.pick(PLACES[gender]) + random.integer(365);
            const birthDate = days[dayIndex];
            return {
                name: personName(random, gender, Number(birthDate.slice(0, 4))),
                gender,
                birthDate,
                nationalId: numbers.nationalId(birthDate, dayIndex, gender),
                phone: numbers.phone(),
                employmentType: employment,
                ...workOf(random, employment),
                synthetic: true,
            };
        },
        employer(district) {
            const of = trade(random);
            return {
                name: nameEmployer(district.name, of),
                creditCode: numbers.creditCode('EMPLOYER'),
                trade: of,
                address: address(random, district),
                synthetic: true,
            };
        },
        employerName: nameEmployer,
        jointUnionName(kind, hub, district) {
            return fresh((attempt) => {
                const name = jointUnionName(random, kind, hub, district);
                return attempt < 20 ? name : name.replace(/(?=联合工会$|工会联谊会$)/, `（${attempt - 18}）`);
            });
        },
        creditCode: (holder = 'EMPLOYER') => numbers.creditCode(holder),
    };
}
//# sourceMappingURL=synthetic.js.map