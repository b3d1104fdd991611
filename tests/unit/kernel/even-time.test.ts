import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { inEvenTime } from '../../../src/kernel/access/even-time.js';

const STEP_MS = 100;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const lasting = (milliseconds: number) => () => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds until there is an answer or a refusal, on a clock that stands still otherwise. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const answered = inEvenTime(STEP_MS, work).then(
    () => performance.now() - began,
    () => performance.now() - began,
  );
  await jest.advanceTimersByTimeAsync(10 * STEP_MS);
  return answered;
}

describe('an answer in even time', () => {
  test('comes at the same moment after little work, after much, and after a refusal', async () => {
    const refusal = () => Promise.reject(new Error('refused'));
    const lateRefusal = () => lasting(60)().then(refusal);
    for (const work of [lasting(0), lasting(1), lasting(60), lasting(99), refusal, lateRefusal]) {
      expect(await timed(work)).toBe(STEP_MS);
    }
  });

  test('that takes longer than a step comes at the next one', async () => {
    expect(await timed(lasting(110))).toBe(2 * STEP_MS);
  });

  test('hands the answer and the refusal on', async () => {
    jest.useRealTimers();
    await expect(inEvenTime(1, async () => 'answered')).resolves.toBe('answered');
    await expect(inEvenTime(1, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });
});
