import { Readable } from 'node:stream';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { sendFile, TRANSFER_MS } from '../send-file.js';

afterEach(() => {
  jest.useRealTimers();
});

function sent(): Readable {
  const content = new Readable({ read: () => undefined });
  content.on('error', () => undefined);
  const reply = { headers: () => reply, send: () => reply };
  sendFile(reply as unknown as FastifyReply, { name: 'a.pdf', mediaType: 'application/pdf', size: 1, content });
  return content;
}

test('a file that is taken too slowly is broken off: its place is for others', () => {
  jest.useFakeTimers();
  const content = sent();
  jest.advanceTimersByTime(TRANSFER_MS - 1);
  expect(content.destroyed).toBe(false);
  jest.advanceTimersByTime(1);
  expect(content.destroyed).toBe(true);
});

test('a file that has gone out leaves no timer behind', () => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] });
  const content = sent().destroy();
  return new Promise((resolve) => content.once('close', resolve)).then(() => expect(jest.getTimerCount()).toBe(0));
});
