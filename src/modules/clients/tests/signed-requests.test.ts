import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../../../testing/client.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { BAOSHAN, issueKey, register, signedHeaders, YANGPU } from './registered.js';

/** Another text than any program would make of the same object: extra spaces, an escape, keys in another order. */
const BODY = '{ "variables" : {},\n  "query":"{ viewer { n\\u0061me } }" }';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signingKey = publicKey.export({ format: 'jwk' });

let platform: Platform;
let client: Client;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', workers: 0, config: { trustedProxies: ['127.0.0.1', '::1'] } });
  client = await signing(BAOSHAN);
});
afterAll(() => platform.close());

/** A client of the district whose requests must be signed. */
async function signing(district: string): Promise<Client> {
  const administrator = await platform.as(district, 'administrator');
  const { id } = await register(administrator, { name: '合作商户', kind: 'MERCHANT', signingKey });
  return new Client(platform.address, await issueKey(administrator, id));
}

async function post(headers: Record<string, string>, body = BODY, by = client): Promise<number> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  return (await by.fetch('/graphql', init)).status;
}

async function get(target: string, headers: Record<string, string>): Promise<number> {
  return (await client.fetch(target, { headers: { 'apollo-require-preflight': '1', ...headers } })).status;
}

describe('a client with a signing key', () => {
  test('is heard when the bytes it sent are the bytes it signed', async () => {
    expect(await post(signedHeaders(privateKey, 'POST', '/graphql', BODY))).toBe(200);
    const chinese = JSON.stringify({ query: '{ viewer { name } } # 连心' });
    expect(await post(signedHeaders(privateKey, 'POST', '/graphql', chinese), chinese)).toBe(200);
  });

  test('is not when the same object was sent in other bytes', async () => {
    const headers = signedHeaders(privateKey, 'POST', '/graphql', BODY);
    expect(await post(headers, JSON.stringify(JSON.parse(BODY)))).toBe(401);
  });

  test('is not heard without a signature, with half of one, or with the one of another key', async () => {
    const headers = signedHeaders(privateKey, 'POST', '/graphql', BODY);
    const { 'x-lianxin-nonce': _nonce, ...half } = headers;
    const foreign = signedHeaders(generateKeyPairSync('ed25519').privateKey, 'POST', '/graphql', BODY);
    expect(await Promise.all([post({}), post(half), post(foreign)])).toEqual([401, 401, 401]);
    // Nothing of that has used the nonce up.
    expect(await post(headers)).toBe(200);
  });

  test('signs a query by GET with its query string, and the schema as well', async () => {
    const target = `/graphql?query=${encodeURIComponent('{ viewer { name } }')}`;
    expect(await get(target, signedHeaders(privateKey, 'GET', target))).toBe(200);
    const headers = signedHeaders(privateKey, 'GET', target);
    const other = `/graphql?query=${encodeURIComponent('{ viewer { permissions } }')}`;
    expect(await get(other, headers)).toBe(401);
    expect(await get('/graphql', signedHeaders(privateKey, 'GET', target))).toBe(401);
    expect(await get('/schema.graphql', signedHeaders(privateKey, 'GET', '/schema.graphql'))).toBe(200);
    expect(await get('/schema.graphql', {})).toBe(401);
  });

  test('is answered the same, whatever is wrong', async () => {
    const answers = await Promise.all(
      [{}, signedHeaders(privateKey, 'POST', '/elsewhere', BODY)].map(async (headers) => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: BODY };
        const { errors } = (await (await client.fetch('/graphql', init)).json()) as {
          errors: { extensions: object }[];
        };
        return errors.map(({ extensions, ...rest }) => ({ ...rest, ...extensions, requestId: '' }));
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });
});

test('the example in the documentation does it', async () => {
  const administrator = await platform.as(BAOSHAN, 'administrator');
  for (const pair of [{ privateKey, publicKey }, generateKeyPairSync('ec', { namedCurve: 'P-256' })]) {
    const jwk = pair.publicKey.export({ format: 'jwk' });
    const { id } = await register(administrator, { signingKey: jwk });
    const folder = await mkdtemp(join(tmpdir(), 'lianxin-signing-'));
    const file = join(folder, 'signing.pem');
    await writeFile(file, pair.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const env = { ...process.env, LIANXIN_KEY: await issueKey(administrator, id), LIANXIN_SIGNING_KEY: file };
    const address = `${platform.address}/graphql?from=example`;
    const example = ['docs/examples/signed-request.mjs', address, '{ viewer { permissions } }'];
    const { stdout } = await promisify(execFile)(process.execPath, example, { env });
    expect(stdout.trim()).toBe('200 {"data":{"viewer":{"permissions":["organization:read"]}}}');
    await rm(folder, { recursive: true });
  }
});

describe('a nonce', () => {
  test('is good once, also for twenty requests at the same moment', async () => {
    const headers = signedHeaders(privateKey, 'POST', '/graphql', BODY);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(headers)));
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    expect(await post(headers)).toBe(401);
  });

  test('that was not kept would let the request in again', async () => {
    const headers = signedHeaders(privateKey, 'POST', '/graphql', BODY);
    expect(await post(headers)).toBe(200);
    await platform.sql.query('delete from client_nonces where nonce = $1', [headers['x-lianxin-nonce']]);
    expect(await post(headers)).toBe(200);
  });

  test('used by one client is free for another', async () => {
    const other = await signing(YANGPU);
    const headers = signedHeaders(privateKey, 'POST', '/graphql', BODY);
    expect([await post(headers), await post(headers, BODY, other)]).toEqual([200, 200]);
  });

  test('is removed by a job once no request could bear it any more, and not before', async () => {
    const [kept, old] = [1, 2].map(() => signedHeaders(privateKey, 'POST', '/graphql', BODY));
    await post(kept!);
    await post(old!);
    await platform.sql.query(`update client_nonces set at = at - interval '16 minutes' where nonce = $1`, [
      old!['x-lianxin-nonce'],
    ]);
    const waiting = 'update graphile_worker._private_jobs set run_at = now() where key like $1';
    const { rowCount } = await platform.sql.query(waiting, ['clients:clean-nonces:%']);
    expect(rowCount).toBeGreaterThan(0);
    await platform.app.work(1);
    await platform.jobsDone();
    const { rows } = await platform.sql.query<{ nonce: string }>('select nonce from client_nonces');
    const left = rows.map(({ nonce }) => nonce);
    expect(left).toContain(kept!['x-lianxin-nonce']);
    expect(left).not.toContain(old!['x-lianxin-nonce']);
  });
});

test('a forwarded address is believed from a configured proxy alone, and of those the last that is no proxy', async () => {
  const by = await platform.as(BAOSHAN, 'administrator');
  const { id } = await register(by, { addresses: ['203.0.113.0/24'] });
  const listed = new Client(platform.address, await issueKey(by, id));
  const from = async (forwarded: string) =>
    (await listed.fetch('/schema.graphql', { headers: { 'x-forwarded-for': forwarded } })).status;
  expect(await from('203.0.113.9')).toBe(200);
  expect(await from('203.0.113.9, 127.0.0.1')).toBe(200);
  expect(await from('198.51.100.1, 203.0.113.9')).toBe(200);
  expect(await from('203.0.113.9, 198.51.100.1')).toBe(401);
  expect(await from('203.0.113.9, nonsense')).toBe(401);
  expect((await listed.fetch('/schema.graphql')).status).toBe(401);
});
