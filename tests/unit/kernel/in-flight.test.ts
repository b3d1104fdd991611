import { expect, test } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { limitInFlight } from '../../../src/kernel/http/in-flight.js';

test('a place is free again when its work has ended, well or badly, and not before', async () => {
  const ends: ((outcome: 'well' | 'badly') => void)[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => ends.push((how) => (how === 'well' ? resolve() : reject(new Error(how)))));
  const headers: string[] = [];
  const reply = { header: (name: string) => headers.push(name) } as unknown as FastifyReply;
  const limited = limitInFlight(2, work);
  const ask = () => limited({} as FastifyRequest, reply);

  const [first, second] = [ask(), ask()];
  await expect(ask()).rejects.toThrow('BUSY');
  expect(headers).toEqual(['retry-after']);
  ends[0]!('badly');
  await expect(first).rejects.toThrow('badly');
  const third = ask();
  await expect(ask()).rejects.toThrow('BUSY');
  ends[1]!('well');
  ends[2]!('well');
  await Promise.all([second, third]);
});
