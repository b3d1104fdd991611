import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { operationUses, type OperationUse } from '../../src/kernel/index.js';
import { MAX_OPERATIONS } from '../../src/kernel/usage/operation-use.repository.js';
import { issueKey, register } from '../../src/modules/clients/tests/registered.js';
import { Client, Platform, startPlatform } from '../../src/testing/index.js';
import { testConfig } from '../../src/testing/templates.js';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
const CIRCLES = 'query Circles { readingCircles(first: 5) { nodes { name } } }';

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', plugins: [readingCircle], workers: 0 });
  for (const code of [BAOSHAN, YANGPU]) await platform.enable(code, 'reading-circle');
  administrator = await platform.as(BAOSHAN, 'administrator');
});
afterAll(() => platform.close());

const flush = (): Promise<void> => platform.app.kernel.usage.flush();
const usesIn = (code: string): Promise<readonly OperationUse[]> =>
  platform.acting(code, (ctx) => operationUses(ctx, 'reading-circle'));
const useOf = async (operation: string): Promise<OperationUse | undefined> =>
  (await usesIn(BAOSHAN)).find((use) => use.operation === operation);

describe('uses of a module', () => {
  test('are on record per client and operation, in the district where they happened', async () => {
    const service = await register(administrator, { scopes: ['reading-circle:read'] });
    const client = new Client(platform.address, await issueKey(administrator, service.id));
    await administrator.query(CIRCLES);
    await administrator.query(CIRCLES);
    await client.send(CIRCLES);
    await flush();
    const uses = (await usesIn(BAOSHAN)).filter(({ operation }) => operation === 'Circles');
    expect(uses.map(({ clientId, uses: count }) => [clientId === null, count]).sort()).toEqual([
      [false, 1],
      [true, 2],
    ]);
    expect(uses[0]!.fields).toContain('Query.readingCircles');
    expect(await usesIn(YANGPU)).toEqual([]);
  });

  test('cost a request no statement, and a district one statement however much was counted', async () => {
    const yangpu = await platform.as(YANGPU, 'administrator');
    const ask = (client: Client) => client.query('query Asked { readingCircles(first: 1) { nodes { id } } }');
    await ask(administrator);
    await flush();
    const counted = await platform.wire.statements(() => ask(administrator));
    expect(counted.filter((sql) => sql.includes('operation_uses'))).toEqual([]);
    for (let number = 0; number < 20; number += 1) {
      await administrator.query(`query Other${number} { readingCircles(first: 1) { nodes { id } } }`);
    }
    await ask(yangpu);
    const flushed = await platform.wire.statements(flush);
    expect(flushed.filter((sql) => sql.includes('operation_uses'))).toHaveLength(2);
  });

  test('are none where an operation was not run: refused for its text, its limits or its variables', async () => {
    const refused: [string, Record<string, unknown>?][] = [
      ['query Unrun1 { readingCircles(first: 1) { nodes { nothing } } }'],
      ['query Unrun2 { readingCircles(first: 101) { nodes { id } } }'],
      ['query Unrun3($first: Int!) { readingCircles(first: $first) { nodes { id } } }', { first: 'x' }],
    ];
    for (const [text, variables] of refused) {
      const { status, data } = await administrator.send(text, variables);
      expect([status, data]).toEqual([400, undefined]);
    }
    const query = 'query Unrun4($filter: MemberFilter) { members(first: 1, filter: $filter) { nodes { id } } }';
    const nested = await administrator.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":{"filter":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
    });
    expect(nested.status).toBe(400);
    await flush();
    expect((await usesIn(BAOSHAN)).filter(({ operation }) => operation.startsWith('Unrun'))).toEqual([]);
  });

  test('are not lost by a flush that fails, and no request waits for it', async () => {
    await platform.sql.query('alter table operation_uses rename to operation_uses_away');
    try {
      await administrator.query('query Kept { readingCircles(first: 1) { nodes { id } } }');
      await flush();
      await administrator.query('query Kept { readingCircles(first: 1) { nodes { name } } }');
    } finally {
      await platform.sql.query('alter table operation_uses_away rename to operation_uses');
    }
    await flush();
    expect(await useOf('Kept')).toMatchObject({ uses: 2, fields: expect.arrayContaining(['ReadingCircle.name']) });
  });

  test('are written when the process ends', async () => {
    const other = await createApp(testConfig(), platform.registry, platform.urls);
    const there = new Client(await other.listen(), administrator.token);
    const asked = there.send('query Last { readingCircles(first: 1) { nodes { id } } }');
    const [{ status }, before] = await Promise.all([asked, asked.then(() => useOf('Last'))]).finally(other.close);
    expect([status, before]).toEqual([200, undefined]);
    expect(await useOf('Last')).toMatchObject({ uses: 1 });
  });

  test('name the fields of the last day of use', async () => {
    await administrator.query('query Changed { readingCircles(first: 1) { nodes { nextMeeting } } }');
    await flush();
    await platform.sql.query(
      `update operation_uses set last_used_at = now() - interval '2 days' where operation = 'Changed'`,
    );
    await administrator.query('query Changed { readingCircles(first: 1) { nodes { name } } }');
    await flush();
    const changed = await useOf('Changed');
    expect(changed?.fields).toContain('ReadingCircle.name');
    expect(changed?.fields).not.toContain('ReadingCircle.nextMeeting');
  });

  test('are forgotten after 400 days without one', async () => {
    await administrator.query('query Old { readingCircles(first: 1) { nodes { id } } }');
    await flush();
    await platform.sql.query(
      `update operation_uses set last_used_at = now() - interval '401 days' where operation = 'Old'`,
    );
    await administrator.query(CIRCLES);
    await flush();
    expect(await useOf('Old')).toBeUndefined();
  });

  test('stay bounded whatever names a caller invents, and what is used day after day is not pushed out', async () => {
    await administrator.query('query Daily { readingCircles(first: 1) { nodes { id } } }');
    await flush();
    await platform.sql.query(
      `update operation_uses set first_used_at = now() - interval '9 days' where operation = 'Daily'`,
    );
    await administrator.query('query Invented0_0 { readingCircles(first: 1) { nodes { id } } }');
    await flush();
    // As many more as are kept, used a moment later, in place of so many requests.
    await platform.sql.query(
      `insert into operation_uses (district_id, id, module, client_id, operation, fields, uses, first_used_at, last_used_at)
       select district_id, gen_random_uuid(), module, client_id, 'Invented0_' || number, fields, uses, first_used_at,
              last_used_at + number * interval '1 microsecond'
       from operation_uses, generate_series(1, ${MAX_OPERATIONS - 1}) as number where operation = 'Invented0_0'`,
    );
    for (let number = 0; number < 40; number += 1) {
      await administrator.query(`query Invented1_${number} { readingCircles(first: 1) { nodes { id } } }`);
    }
    await flush();
    const own = (await usesIn(BAOSHAN)).filter(({ clientId }) => clientId === null);
    expect(own).toHaveLength(MAX_OPERATIONS);
    expect(await useOf('Daily')).toBeDefined();
    expect(await useOf('Invented1_39')).toBeDefined();
    expect(await useOf('Invented0_0')).toBeUndefined();
  });
});
