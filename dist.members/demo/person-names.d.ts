import { type Random } from './random.js';
type Gender = 'MALE' | 'FEMALE';
/** A name of two or three characters that suits the gender and the year of birth. */
export declare function personName(random: Random, gender: Gender, birthYear: number): string;
export {};
