import net from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createHttpServer, REQUEST_TIMEOUT_MS } from '../../src/kernel/http/server.js';
import { until } from '../support/waiting.js';

const SECRET = 'a-ticket-that-opens-something';
/** In place of 15 s; a drop falls often enough that the line is never silent for as long, also where all stands still. */
const LIMIT_MS = 1_000;
const DROP_MS = 100;
const app = createHttpServer({ logLevel: 'info', requestTimeoutMs: LIMIT_MS });
let port: number;
let written = '';

beforeAll(async () => {
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  app.get('/files/:ticket', async () => 'here');
  app.post('/graphql', async () => 'done');
  app.post('/slow', { config: { slowBody: true } }, async () => 'done');
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
});

/** Sends a body one character after the other, and answers the status line, or after some limits that it could go on. */
function drip(path: string, limits: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    const began = performance.now();
    const ticking = setInterval(() => {
      if (performance.now() - began > limits * LIMIT_MS) end('still open');
      else socket.write(' ');
    }, DROP_MS);
    const end = (answer: string): void => {
      clearInterval(ticking);
      socket.destroy();
      resolve(answer);
    };
    socket.on('error', () => end('closed'));
    socket.on('close', () => end('closed'));
    socket.on('data', (data) => end(String(data).split('\r\n', 1)[0]!));
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n`,
    );
  });
}

describe('the server', () => {
  test('gives a body 15 seconds, and minutes where files arrive', async () => {
    expect(REQUEST_TIMEOUT_MS).toBe(15_000);
    expect(createHttpServer({ logLevel: 'silent' }).server).toMatchObject({
      headersTimeout: 15_000,
      timeout: 15_000,
      requestTimeout: 600_000,
    });
    // The short limit is far exceeded before the one is answered that must not be.
    const answers = await Promise.all([drip('/graphql', 30), drip('/slow', 2)]);
    expect(answers).toEqual(['HTTP/1.1 408 Request Timeout', 'still open']);
  });

  test('writes down the route and never an address that opens something', async () => {
    expect((await app.inject({ method: 'GET', url: `/files/${SECRET}` })).statusCode).toBe(200);
    await until(() => written.includes('/files/:ticket'));
    expect(written).not.toContain(SECRET);
  });
});
