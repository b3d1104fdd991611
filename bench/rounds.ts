/** The value below which a share of the others lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export interface Interval {
  readonly median: number;
  /** Ends of the interval that holds the true median with the certainty given. */
  readonly low: number;
  readonly high: number;
  /** From 0 to 1; at least 0.95 where there are rounds enough. */
  readonly certainty: number;
  readonly rounds: number;
}

/** Median with its interval by order statistics, which assumes nothing about how the values are spread. */
export function medianWithInterval(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.length;
  // Chance of exactly k of `total` values lying below the true median.
  const chance: number[] = [0.5 ** total];
  for (let k = 1; k <= total; k += 1) chance.push((chance[k - 1]! * (total - k + 1)) / k);
  let cut = 0;
  let outside = 2 * chance[0]!;
  while (cut + 1 < total / 2 && outside + 2 * chance[cut + 1]! <= 0.05) {
    cut += 1;
    outside += 2 * chance[cut]!;
  }
  const middle = total >> 1;
  const median = total % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const round = (value: number): number => Math.round(value * 1_000) / 1_000;
  return {
    median: round(median),
    low: round(sorted[cut]!),
    high: round(sorted[total - 1 - cut]!),
    certainty: round(1 - outside),
    rounds: total,
  };
}
