import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../src/testing/client.js';
import { plugins } from '../support/installed.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
const HAN = /\p{Script=Han}/u;

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', workers: 0, plugins });
  administrator = await platform.as(BAOSHAN, 'administrator');
});
afterAll(() => platform.close());

describe('over HTTP', () => {
  test('liveness never asks the database, readiness does', async () => {
    const { anonymous, wire } = platform;
    const statements = await wire.count(async () => expect((await anonymous.fetch('/livez')).status).toBe(200));
    expect(statements).toBe(0);
    const ready = await anonymous.fetch('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('every answer bears its request id, and an error repeats it', async () => {
    const answer = await administrator.send('{ members(first: 1000) { nodes { id } } }');
    expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.errors[0]?.extensions.requestId).toBe(answer.requestId);
  });

  test.each([
    ['forged', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZW1vOmFkbWluaXN0cmF0b3IifQ.'],
    ['made of nothing', 'x'],
    ['empty', ''],
  ])('a token that is %s gets 401 and nothing more', async (_name, token) => {
    const response = await platform.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { name } }' }),
    });
    const body = (await response.json()) as { data?: unknown; errors: { extensions: { code: string } }[] };
    expect([response.status, body.data, body.errors[0]?.extensions.code]).toEqual([401, undefined, 'UNAUTHENTICATED']);
  });

  test('a caller without a token is nobody: viewer is empty, everything else is refused', async () => {
    expect((await platform.anonymous.query('{ viewer { name } }')).viewer).toBeNull();
    const error = await platform.anonymous.failed('{ districts { code } }');
    expect(error.extensions.code).toBe('UNAUTHENTICATED');
  });

  test.each([
    '{ __schema { types { name } } }',
    '{ viewer { name } ...f } fragment f on Query { t: __type(name: "Member") { name } }',
  ])('the graph is shown to nobody without a token: %s', async (source) => {
    expect((await platform.anonymous.failed(source)).extensions.code).toBe('UNAUTHENTICATED');
    expect(await administrator.query('{ __type(name: "Member") { name } }')).toEqual({ __type: { name: 'Member' } });
  });

  test('the schema of the caller’s graph is at /schema.graphql: each district has its own', async () => {
    await platform.enable(BAOSHAN, 'reading-circle');
    const yangpu = await platform.as(YANGPU, 'administrator');
    const [here, there] = await Promise.all(
      [administrator, yangpu].map(async (client) => (await client.fetch('/schema.graphql')).text()),
    );
    expect(here).toContain('type ReadingCircle ');
    expect(there).toContain('type Member ');
    expect(there).not.toContain('ReadingCircle');
    expect((await platform.anonymous.fetch('/schema.graphql')).status).toBe(401);
    await platform.disable(BAOSHAN, 'reading-circle');
  });

  test('a query may come by GET, a mutation may not', async () => {
    const ask = (query: string) =>
      administrator.fetch(`/graphql?query=${encodeURIComponent(query)}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
    const query = await ask('{ viewer { district { code } } }');
    expect([query.status, await query.json()]).toEqual([200, { data: { viewer: { district: { code: BAOSHAN } } } }]);
    const mutation = await ask('mutation { createOrganization(input: { name: "x" }) { userErrors { code } } }');
    expect(mutation.status).toBeGreaterThanOrEqual(400);
    expect(mutation.status).toBeLessThan(500);
  });

  test('the body is limited, and what is not JSON is the caller’s fault', async () => {
    const post = (body: string) =>
      administrator.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await post(JSON.stringify({ query: `{ viewer { name } } #${'x'.repeat(300_000)}` }))).status).toBe(413);
    expect((await post('{ not json')).status).toBe(400);
  });
});

describe('a wrong request is told in the caller’s language', () => {
  const wrong: readonly [string, string, string][] = [
    ['a page of 1,000', '{ members(first: 1000) { nodes { id } } }', 'PAGE_SIZE_OUT_OF_RANGE'],
    ['a page of nobody', '{ members(first: 0) { nodes { id } } }', 'PAGE_SIZE_OUT_OF_RANGE'],
    ['a list without a size', '{ members { nodes { id } } }', 'PAGE_SIZE_REQUIRED'],
    ['a list from both ends', '{ members(first: 1, last: 1) { nodes { id } } }', 'PAGE_SIZE_REQUIRED'],
    [
      'a nested list without a size',
      '{ organizations(first: 1) { nodes { children { nodes { id } } } } }',
      'PAGE_SIZE_REQUIRED',
    ],
    ['a malformed cursor', '{ members(first: 1, after: "nonsense") { nodes { id } } }', 'INVALID_CURSOR'],
    [
      'a cursor of something else',
      `{ members(first: 1, after: "${forgedCursor()}") { nodes { id } } }`,
      'INVALID_CURSOR',
    ],
  ];

  test.each(wrong)('%s', async (_name, operation, code) => {
    const [zh, en, silent] = await Promise.all([
      administrator.failed(operation, {}, { locale: 'zh-CN' }),
      administrator.failed(operation, {}, { locale: 'en' }),
      administrator.failed(operation),
    ]);
    expect([zh.extensions.code, en.extensions.code]).toEqual([code, code]);
    expect(zh.message).toMatch(HAN);
    expect(en.message).not.toMatch(HAN);
    expect(silent.message).toBe(zh.message);
  });

  test('a page of 1,000 is refused whatever way it comes: variable, default, fragment', async () => {
    const ways: [string, object][] = [
      ['query ($n: Int) { members(first: $n) { nodes { id } } }', { n: 1000 }],
      ['query ($n: Int = 1000) { members(first: $n) { nodes { id } } }', {}],
      ['{ ...page } fragment page on Query { members(first: 1000) { nodes { id } } }', {}],
      [
        '{ a: organizations(first: 1) { nodes { ... on Organization { members(first: 1000) { nodes { id } } } } } }',
        {},
      ],
    ];
    for (const [operation, variables] of ways) {
      const statements = await platform.wire.statements(async () => {
        const error = await administrator.failed(operation, variables as Record<string, unknown>);
        expect(error.extensions.code).toBe('PAGE_SIZE_OUT_OF_RANGE');
      });
      expect(statements.filter((sql) => /members|organizations/.test(sql) && !/principals/.test(sql))).toEqual([]);
    }
  });

  test('a cursor of another ordering, or with values of other types, is refused as such', async () => {
    const { members } = await administrator.query('{ members(first: 1) { pageInfo { endCursor } } }');
    const [name, ...values] = JSON.parse(Buffer.from(members.pageInfo.endCursor, 'base64url').toString());
    const forged = [[name, ...values.map(() => 'x')], [name, ...values.map(() => 7)], [name], [`${name}!`, ...values]];
    for (const place of forged) {
      const after = Buffer.from(JSON.stringify(place)).toString('base64url');
      const error = await administrator.failed(
        'query ($after: String) { members(first: 1, after: $after) { nodes { id } } }',
        { after },
      );
      expect(['INVALID_CURSOR', 'MALFORMED']).toContain(error.extensions.code);
    }
  });

  test('a value that does not fit is told in the caller’s language, with its place and never with itself', async () => {
    const operation =
      'mutation ($input: ApplyForMembershipInput!) { applyForMembership(input: $input) { applicationNo } }';
    const person = { organizationCode: '310113-01', name: '某人', phone: '15400000000', employmentType: 'REGULAR' };
    const input = { ...person, occupation: '职员', nationalId: '310197199306173520' };
    for (const [locale, han] of [
      ['zh-CN', true],
      ['en', false],
    ] as const) {
      const { errors, status } = await administrator.send(operation, { input }, { locale });
      const [{ message, extensions }] = errors as never as [{ message: string; extensions: Record<string, unknown> }];
      expect([status, extensions.code, extensions.path]).toEqual([400, 'INVALID_VALUE', ['input', 'nationalId']]);
      expect(message).not.toContain(input.nationalId);
      expect(HAN.test(message)).toBe(han);
    }
  });

  test('an unknown kind is refused, names nothing of the inside, and writes nothing', async () => {
    const before = await platform.sql.query('select count(*) from organizations');
    const answer = await administrator.send(
      'mutation { createOrganization(input: { name: "测试", kind: NO_SUCH_KIND }) { userErrors { code } } }',
    );
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect((await platform.sql.query('select count(*) from organizations')).rows).toEqual(before.rows);
  });
});

function forgedCursor(): string {
  return Buffer.from(JSON.stringify(['nothing:asc', 1])).toString('base64url');
}
