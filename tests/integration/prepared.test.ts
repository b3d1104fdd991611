import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { RequestContext } from '../../src/kernel/index.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';

const BAOSHAN = '310113';
const YANGPU = '310110';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', workers: 0, config: { poolSize: 2 } });
  await platform.sql.query(`create table notes (id integer, text text); comment on table notes is 'global: a test';
    grant select on notes to lianxin_app; insert into notes values (1, 'one')`);
});
afterAll(() => platform.close());

/** Runs work on one connection, so that its statements are those of that connection. */
function onOneConnection<T>(district: string, work: (tx: RequestContext) => Promise<T>): Promise<T> {
  return platform.acting(district, (ctx) => ctx.transaction(work));
}

async function prepared(tx: RequestContext): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(tx.sql);
  return rows.map(({ statement }) => statement);
}

const countOf = async (ctx: RequestContext): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from members where status = ${'ACTIVE'}`.execute(ctx.sql);
  return rows[0]!.total;
};

describe('a statement that a connection runs again and again', () => {
  test('is prepared at its third run, one that comes once is not', async () => {
    await onOneConnection(BAOSHAN, async (tx) => {
      await sql`select ${'once'}::text`.execute(tx.sql);
      for (let run = 0; run < 3; run += 1) await sql`select ${String(run)}::text as repeated`.execute(tx.sql);
      const statements = await prepared(tx);
      expect(statements.filter((statement) => statement.includes('as repeated'))).toHaveLength(1);
      expect(statements).not.toContain('select $1::text');
    });
  });

  test('answers each district with its own rows, whoever had it prepared', async () => {
    const wanted = new Map<string, number>();
    for (const code of [BAOSHAN, YANGPU]) {
      const { rows } = await platform.sql.query(
        `select count(*)::int as total from members where status = 'ACTIVE' and district_id = $1`,
        [(await platform.district(code)).id],
      );
      wanted.set(code, rows[0].total);
    }
    for (let round = 0; round < 12; round += 1) {
      const code = round % 2 === 0 ? BAOSHAN : YANGPU;
      expect(await platform.acting(code, countOf)).toBe(wanted.get(code));
    }
  });

  test('is planned anew after a migration changed what it reads', async () => {
    const read = (): Promise<unknown> =>
      platform.acting(
        BAOSHAN,
        async (ctx) => (await sql`select * from notes where id = ${1}`.execute(ctx.sql)).rows[0],
      );
    for (let run = 0; run < 8; run += 1) await read();
    await platform.sql.query('alter table notes add column more text');
    const outcomes = await Promise.allSettled([read(), read(), read(), read()]);
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    expect(await read()).toEqual({ id: 1, text: 'one', more: null });
  });

  test('fills a connection with no more than 300 of them', async () => {
    await onOneConnection(BAOSHAN, async (tx) => {
      for (let statement = 0; statement < 320; statement += 1) {
        for (let run = 0; run < 3; run += 1) {
          await sql`select ${'x'}::text as ${sql.ref(`column_${statement}`)}`.execute(tx.sql);
        }
      }
      const found = (await prepared(tx)).filter((statement) => statement.includes('column_'));
      expect(found.length).toBeGreaterThan(200);
      expect(found.length).toBeLessThanOrEqual(300);
    });
  });
});
