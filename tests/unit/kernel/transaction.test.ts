import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { enqueue } from '../../../src/kernel/index.js';
import { PrincipalEntity, RoleAssignmentEntity } from '../../../src/modules/access/principal.entity.js';
import { Platform, startPlatform } from '../../../src/testing/platform.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
const POOL_SIZE = 2;

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ workers: 0, config: { poolSize: POOL_SIZE } });
});
afterAll(() => platform.close());

describe('the audit', () => {
  test('of a removed row says what it held', async () => {
    const [account, role] = [uuidv7(), uuidv7()];
    await platform.acting(BAOSHAN, (ctx) =>
      ctx.transaction(async (tx) => {
        tx.em.persist(tx.em.create(PrincipalEntity, { id: account, subject: 'test:removed', name: '测试' }));
        await tx.em.flush();
        const assignment = { id: role, principalId: account, role: 'auditor', since: '2026-01-01' };
        tx.em.persist(tx.em.create(RoleAssignmentEntity, assignment));
      }),
    );
    await platform.acting(BAOSHAN, (ctx) =>
      ctx.transaction(async (tx) => {
        tx.em.remove(await tx.em.findOneOrFail(RoleAssignmentEntity, { id: role }));
      }),
    );
    const { rows } = await platform.sql.query(
      `select changes from audit_records where node_id = $1 and verb = 'DELETE'`,
      [account],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].changes).toContainEqual({ field: 'role', before: 'auditor', after: null });
  });
});

describe('a job', () => {
  const waiting = async () =>
    (await platform.sql.query(`select payload from graphile_worker._private_jobs`)).rows.map(({ payload }) => payload);

  test('of one key waits once per district', async () => {
    for (const district of [BAOSHAN, YANGPU, BAOSHAN]) {
      await platform.acting(district, (ctx) =>
        ctx.transaction((tx) => enqueue(tx, 'test:count', {}, { key: 'count', delaySeconds: 3600 })),
      );
    }
    const ids = [(await platform.district(BAOSHAN)).id, (await platform.district(YANGPU)).id];
    expect((await waiting()).map(({ districtId }) => districtId).sort()).toEqual(ids.sort());
  });

  test('cannot be queued outside a transaction', async () => {
    await expect(platform.acting(BAOSHAN, (ctx) => enqueue(ctx, 'test:count', {}))).rejects.toThrow('transaction');
  });
});

describe('a pooled connection', () => {
  test('that cannot be told its district is given up, and its place is free again', async () => {
    const pool = await nativePool();
    for (let round = 0; round < POOL_SIZE * 2; round += 1) {
      await platform.acting(YANGPU, (ctx) => sql`select 1`.execute(ctx.sql));
      failNextStatement(pool);
      await expect(platform.acting(BAOSHAN, (ctx) => sql`select 1`.execute(ctx.sql))).rejects.toThrow('cut');
    }
    const { rows } = await platform.acting(BAOSHAN, (ctx) =>
      sql<{ id: number }>`select app_district() as id`.execute(ctx.sql),
    );
    expect(rows[0]?.id).toBe((await platform.district(BAOSHAN)).id);
  });
});

describe('a text with a zero byte', () => {
  test.each([
    ['in a cursor', '{ accounts(first: 1, after: "WyJpZDphc2MiLCJcdTAwMDAiXQ") { nodes { id } } }', 'MALFORMED'],
    [
      'in a name',
      'mutation { registerAccount(input: { subject: "a\\u0000", name: "x" }) { userErrors { code } } }',
      'INVALID_VALUE',
    ],
  ])('is the caller’s fault: %s', async (_place, operation, refusal) => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const { data, errors } = await administrator.send(operation);
    const code = errors?.[0]?.extensions.code ?? data?.registerAccount.userErrors[0].code;
    expect(code).toBe(refusal);
  });
});

describe('an operation', () => {
  test('that the document does not have is refused, and no other is run in its place', async () => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const query =
      'mutation Register { registerAccount(input: { subject: "test:unasked", name: "x" }) { account { id } } }';
    const response = await administrator.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName: 'Other' }),
    });
    expect(response.status).toBe(400);
    const { rows } = await platform.sql.query(`select 1 from principals where subject = 'test:unasked'`);
    expect(rows).toEqual([]);
  });

  test('of a kind that the graph does not have is the caller’s fault', async () => {
    const answer = await platform.anonymous.send('subscription { anything }');
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

async function nativePool(): Promise<pg.Pool> {
  const connection = platform.app.kernel.orm.em.getConnection() as unknown as { getNativeClient(): Promise<pg.Pool> };
  return connection.getNativeClient();
}

/** Breaks the next statement of the connection that the pool will hand out, as a lost connection would. */
function failNextStatement(pool: pg.Pool): void {
  pool.once('acquire', (client) => {
    const { query } = client;
    client.query = (() => {
      client.query = query;
      return Promise.reject(new Error('cut'));
    }) as unknown as typeof client.query;
  });
}
