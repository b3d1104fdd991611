import { type JointUnionKind } from './body-names.js';
import { type Trade } from './employer-names.js';
import type { DistrictPlace, HubPlace } from './places.js';
import { type CreditCodeHolder } from './synthetic-numbers.js';
import { type EmploymentType, type JoinedVia } from './work.js';
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
 * A source of synthetic people and bodies that depends on nothing but its arguments and the order of calls.
 *
 * @param seed any number; taken as an unsigned 32-bit integer
 * @param series 0 to 39: synthesizers of different series never give the same identity number, phone or credit code.
 *   Two of the same series may, so districts that share a database take different series.
 * @throws RangeError for a series outside 0 to 39
 */
export declare function createSynthesizer(seed: number, series?: number): Synthesizer;
