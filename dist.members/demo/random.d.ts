/**
 * Pseudo-random numbers for demo data: the same seed gives the same sequence on every machine and Node version.
 * Never for keys or tokens; those come from `node:crypto`.
 */
export interface Random {
    /** A whole number from 0 to `below` - 1. `below` is at least 1 and at most 2^32. */
    integer(below: number): number;
    /** One of `list`, each as likely. The list must not be empty. */
    pick<T>(list: readonly T[]): T;
    /** True in `share` of the calls (0 to 1). */
    chance(share: number): boolean;
}
/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, fast, good enough for names and birthdays. */
export declare function createRandom(seed: number): Random;
/**
 * Spreads weights over a list of `size` places, so that `pick` takes each value by its weight: one array read per
 * draw, which is what makes hundreds of thousands of people in a second possible. Every weight gets a place.
 */
export declare function byWeight<T>(weights: ReadonlyArray<readonly [value: T, weight: number]>, size?: number): readonly T[];
