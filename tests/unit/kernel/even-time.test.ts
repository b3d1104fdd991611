import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { inEvenTime } from '../../../src/kernel/access/even-time.js';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await inEvenTime(100, work).catch(() => undefined);
  return performance.now() - began;
}

describe('an answer in even time', () => {
  test('comes at the same moment after little work, after much, and after a refusal', async () => {
    const refusal = () => Promise.reject(new Error('refused'));
    const times = [await timed(async () => undefined), await timed(() => delay(60)), await timed(refusal)];
    for (const time of times) {
      expect(time).toBeGreaterThan(98);
      expect(time).toBeLessThan(150);
    }
  });

  test('that takes longer than a step comes at the next one', async () => {
    expect(await timed(() => delay(110))).toBeGreaterThan(198);
  });

  test('hands the refusal on', async () => {
    await expect(inEvenTime(1, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });
});
