import net from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createHttpServer } from '../../src/kernel/http/server.js';

const SECRET = 'a-ticket-that-opens-something';
const app = createHttpServer({ logLevel: 'info' });
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

/** Sends a body one character every second, and answers the status line or how long it could go on. */
function drip(path: string, seconds: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let sent = 0;
    const ticking = setInterval(() => {
      sent += 1;
      if (sent > seconds) end('still open');
      else socket.write(' ');
    }, 1_000);
    const end = (answer: string): void => {
      clearInterval(ticking);
      socket.destroy();
      resolve(answer);
    };
    socket.on('error', () => end('closed'));
    socket.on('data', (data) => end(String(data).split('\r\n', 1)[0]!));
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n`);
  });
}

describe('the server', () => {
  test('gives a body 15 seconds, and minutes where files arrive', async () => {
    const answers = await Promise.all([drip('/graphql', 20), drip('/slow', 20)]);
    expect(answers).toEqual(['HTTP/1.1 408 Request Timeout', 'still open']);
  });

  test('writes down the route and never an address that opens something', async () => {
    expect((await app.inject({ method: 'GET', url: `/files/${SECRET}` })).statusCode).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written).toContain('/files/:ticket');
    expect(written).not.toContain(SECRET);
  });
});
