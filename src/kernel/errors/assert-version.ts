import { kernelErrors } from './kernel-errors.js';
import { refuse } from './refusal.js';

/** Refuses a change made on an older version than the present one. Errors: STALE_VERSION, with both in the details. */
export function assertVersion(
  current: number,
  expected: number,
  path: readonly string[] = ['input', 'expectedVersion'],
): void {
  if (current !== expected) throw refuse(kernelErrors.STALE_VERSION, { path, details: { current, expected } });
}
