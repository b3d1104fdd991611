/**
 * Identity numbers, phone numbers and credit codes that pass every check of form and belong to nobody.
 *
 * They are cut from ranges that are not assigned:
 * - identity numbers and credit codes carry the area codes 310160 to 310199, which GB/T 2260 gives to no district of
 *   Shanghai (its districts end at 310151);
 * - phone numbers begin with 154, a range no carrier has been given (Google's libphonenumber refuses it as well).
 *
 * A *series* is one of 40 slices of these ranges, enough for Shanghai's 16 districts and 24 industrial federations.
 * Numbers are unique within one instance by construction, and two series never share one.
 */
export interface SyntheticNumbers {
    /** @throws RangeError when 499 people of one gender and birthday have been numbered. */
    nationalId(birthDate: string, dayIndex: number, gender: 'MALE' | 'FEMALE'): string;
    /** @throws RangeError after 2,500,000 numbers. */
    phone(): string;
    /** @throws RangeError after 887,503,681 codes. */
    creditCode(holder: CreditCodeHolder): string;
}
/** EMPLOYER: a firm, registered with market regulation (91…); UNION: a union that is a legal person (81…). */
export type CreditCodeHolder = 'EMPLOYER' | 'UNION';
export declare const SERIES = 40;
/**
 * @param seed where in its slice each sequence begins
 * @param series 0 to 39; districts that live in one database take different ones
 * @param days how many different values `dayIndex` takes (0 to `days` - 1)
 * @throws RangeError for a series outside 0 to 39
 */
export declare function createSyntheticNumbers(seed: number, series: number, days: number): SyntheticNumbers;
