import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../../../src/testing/client.js';

/** Answers every operation with the payload that stands in it. */
let server: Server;
let client: Client;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.end(`{ "data": ${(JSON.parse(body) as { query: string }).query} }`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, undefined);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('a mutation of a test that must be carried out', () => {
  test('answers its payload', async () => {
    expect(await client.mutate('{ "add": { "entry": 1, "userErrors": [] } }')).toMatchObject({ entry: 1 });
  });

  test('fails when it was refused, and when it does not ask whether it was', async () => {
    const refusal = '{ "add": { "entry": null, "userErrors": [{ "code": "TOO_MANY" }] } }';
    await expect(client.mutate(refusal)).rejects.toThrow(/was refused/);
    await expect(client.mutate('{ "add": { "entry": null } }')).rejects.toThrow(/userErrors are not selected/);
  });
});
