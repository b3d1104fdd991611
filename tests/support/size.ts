import { createRandom, type Random } from '../../src/demo/random.js';

/** `npm run test:long` runs the figures of the security notes, `npm test` a size that takes at most half a minute. */
export const LONG = process.env.LIANXIN_LONG === '1';

/** How many rounds a random test makes. */
export function rounds(short: number, long: number): number {
  return LONG ? long : short;
}

/** Random numbers of one test; the seed is printed, and `LIANXIN_SEED` repeats a run. */
export function randomOf(test: string): Random {
  const seed = Number(process.env.LIANXIN_SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stderr.write(`  seed of ${test}: LIANXIN_SEED=${seed}\n`);
  return createRandom(seed);
}
