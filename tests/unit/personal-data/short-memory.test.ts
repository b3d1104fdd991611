import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { KEY_LIFE_MS } from '../../../src/kernel/personal-data/data-keys.js';
import { ShortMemory } from '../../../src/kernel/short-memory.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('a key is remembered for a minute at most', () => {
  expect(KEY_LIFE_MS).toBeLessThanOrEqual(60_000);
});

test('what is remembered ends in time, whether asked for or not', () => {
  const memory = new ShortMemory<number>(10, 40);
  memory.set('a', 1);
  jest.advanceTimersByTime(25);
  memory.set('b', 2);
  expect([memory.get('a'), memory.get('b')]).toEqual([1, 2]);
  jest.advanceTimersByTime(15);
  expect([memory.get('a'), memory.get('b'), memory.size]).toEqual([undefined, 2, 1]);
  jest.advanceTimersByTime(25);
  expect([memory.get('b'), memory.size]).toEqual([undefined, 0]);
});

test('the oldest goes when there are too many', () => {
  const memory = new ShortMemory<number>(2, 1_000);
  for (const [index, name] of ['a', 'b', 'a', 'c'].entries()) memory.set(name, index);
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([2, undefined, 3]);
});
