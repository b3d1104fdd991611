import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { KEY_LIFE_MS } from '../../../src/kernel/personal-data/data-keys.js';
import { ShortMemory } from '../../../src/kernel/short-memory.js';

test('a key is remembered for a minute at most', () => {
  expect(KEY_LIFE_MS).toBeLessThanOrEqual(60_000);
});

test('what is remembered ends in time, whether asked for or not', async () => {
  const memory = new ShortMemory<number>(10, 40);
  memory.set('a', 1);
  await delay(25);
  memory.set('b', 2);
  expect([memory.get('a'), memory.get('b')]).toEqual([1, 2]);
  await delay(30);
  expect([memory.get('a'), memory.get('b')]).toEqual([undefined, 2]);
  await delay(60);
  expect(memory.size).toBe(0);
});

test('the oldest goes when there are too many', () => {
  const memory = new ShortMemory<number>(2, 1_000);
  for (const [index, name] of ['a', 'b', 'a', 'c'].entries()) memory.set(name, index);
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([2, undefined, 3]);
});
