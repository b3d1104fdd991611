import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Platform, startPlatform } from '../../src/testing/platform.js';

const BAOSHAN = '310113';
const POOL_SIZE = 4;

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ config: { poolSize: POOL_SIZE } });
});
afterAll(() => platform.close());

/** Opens a transaction and has the database end its connection in the middle. */
async function transactionWhoseBackendDies(): Promise<void> {
  await platform.acting(BAOSHAN, (ctx) =>
    ctx.transaction(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.sql);
      await platform.sql.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      await sql`select 1`.execute(tx.sql);
    }),
  );
}

describe('a pool whose backends are killed inside transactions', () => {
  // Before kysely 0.29.7 such a client never came back: https://github.com/kysely-org/kysely/releases/tag/0.29.7
  test('answers the next request within 3 seconds, after 3 times as many deaths as it has connections', async () => {
    for (let round = 0; round < 3; round += 1) {
      const deaths = Array.from({ length: POOL_SIZE }, transactionWhoseBackendDies);
      const outcomes = await Promise.allSettled(deaths);
      expect(outcomes.map(({ status }) => status)).toEqual(deaths.map(() => 'rejected'));
    }
    const began = performance.now();
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const { viewer } = await administrator.query('{ viewer { district { code } } }');
    expect(viewer.district.code).toBe(BAOSHAN);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('still has all its connections, each telling its district', async () => {
    const { id } = await platform.district(BAOSHAN);
    const told = await Promise.all(
      Array.from({ length: POOL_SIZE * 3 }, () =>
        platform.acting(
          BAOSHAN,
          async (ctx) => (await sql<{ id: number }>`select app_district() as id`.execute(ctx.sql)).rows[0]!.id,
        ),
      ),
    );
    expect(told).toEqual(told.map(() => id));
  });
});
