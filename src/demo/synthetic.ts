import { dayFromNumber, dayNumber } from '../kernel/time/calendar-day.js';
import { address, type JointUnionKind, jointUnionName } from './body-names.js';
import { employerName, type Trade, trade } from './employer-names.js';
import { personName } from './person-names.js';
import type { DistrictPlace, HubPlace } from './places.js';
import { byWeight, createRandom } from './random.js';
import { type CreditCodeHolder, createSyntheticNumbers } from './synthetic-numbers.js';
import { type EmploymentType, employmentType, type JoinedVia, workOf } from './work.js';

/** A person who does not exist. Numbers pass their check digits and come from ranges nobody is given. */
export interface SyntheticPerson {
  /** Two or three Chinese characters. */
  readonly name: string;
  readonly gender: 'MALE' | 'FEMALE';
  /** `YYYY-MM-DD`; women are 18 to 54 and men 18 to 59 years old on 1 January 2026. */
  readonly birthDate: string;
  /** 18 characters, unique within the synthesizer and the series. */
  readonly nationalId: string;
  /** 11 digits, unique within the synthesizer and the series. */
  readonly phone: string;
  readonly employmentType: EmploymentType;
  /** Chinese. */
  readonly occupation: string;
  readonly joinedVia: JoinedVia;
  readonly synthetic: true;
}

/** An employer that does not exist. */
export interface SyntheticEmployer {
  /** Chinese, unique within the synthesizer. */
  readonly name: string;
  readonly creditCode: string;
  readonly trade: Trade;
  /** Chinese: road, number and building. */
  readonly address: string;
  readonly synthetic: true;
}

export interface Synthesizer {
  /**
   * The next person; `wanted` fixes how they work, the rest follows from it.
   * @throws RangeError after 2,500,000 people (the phone range of a series).
   */
  person(wanted?: EmploymentType): SyntheticPerson;
  employer(district: DistrictPlace): SyntheticEmployer;
  /** A firm's name that this synthesizer has not given before; `district` is its Chinese name, `宝山区`. */
  employerName(district: string, of?: Trade): string;
  /** A joint union's name that this synthesizer has not given before. */
  jointUnionName(kind: JointUnionKind, hub: HubPlace, district: DistrictPlace): string;
  /** A credit code not given before. */
  creditCode(holder?: CreditCodeHolder): string;
}

/**
 * The birth date of those who are 18 on 1 January 2026, the day on which all ages are counted; `days` goes back from
 * it. A fixed day, never the day of the run: the same seed gives the same people next year.
 */
const YOUNGEST = dayNumber('2008-01-01');

/** Places in `days` of the birth dates of people `age` years old: the first of 365. */
const placeOf = (age: number): number => Math.floor((age - 18) * 365.2425);

/** Age bands in full years, [from, to), and their shares; set by hand on the age of Shanghai's workforce. */
function places(...bands: ReadonlyArray<readonly [from: number, to: number, share: number]>): readonly number[] {
  return byWeight(
    bands.flatMap(([from, to, share]) =>
      Array.from({ length: to - from }, (_, year): [number, number] => [placeOf(from + year), share / (to - from)]),
    ),
  );
}

const PLACES = {
  MALE: places([18, 25, 8], [25, 35, 28], [35, 45, 31], [45, 55, 23], [55, 60, 10]),
  FEMALE: places([18, 25, 9], [25, 35, 32], [35, 45, 35], [45, 55, 24]),
} as const;
const DAYS = placeOf(59) + 365;

const MALE_SHARE: Readonly<Record<EmploymentType, number>> = {
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
export function createSynthesizer(seed: number, series = 0): Synthesizer {
  const random = createRandom(seed);
  const numbers = createSyntheticNumbers(seed, series, DAYS);
  const days = Array.from({ length: DAYS }, (_, index) => dayFromNumber(YOUNGEST - index));
  const given = new Set<string>();

  /** The first of `make`'s names that is new; longer and then numbered names when chance keeps repeating. */
  const fresh = (make: (attempt: number) => string): string => {
    for (let attempt = 0; ; attempt++) {
      const name = make(attempt);
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };

  const nameEmployer = (district: string, of: Trade = trade(random)): string =>
    fresh((attempt) => employerName(random, district, of, attempt < 3 ? 2 : attempt < 6 ? 3 : 4));

  return {
    person(wanted) {
      const employment = wanted ?? employmentType(random);
      const gender = random.chance(MALE_SHARE[employment]) ? 'MALE' : 'FEMALE';
      const dayIndex = random.pick(PLACES[gender]) + random.integer(365);
      const birthDate = days[dayIndex]!;
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
