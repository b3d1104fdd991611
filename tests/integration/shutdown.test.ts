import { expect, test } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { startPlatform } from '../../src/testing/platform.js';
import { testConfig } from '../../src/testing/templates.js';
import { bells, Listener, queueWriting, until } from '../support/bells.js';

test('who is being served when the process is asked to end still gets the answer', async () => {
  const platform = await startPlatform({ template: 'demo' });
  const administrator = await platform.as('310113', 'administrator');
  const ask = async () => (await administrator.send('{ members(first: 2) { totalCount } }')).status;
  await ask();
  // Requests wait for a lock, so that they are surely under way when the end begins.
  await platform.sql.query('begin');
  await platform.sql.query('lock table members in access exclusive mode');
  const answers = Promise.all(Array.from({ length: 8 }, ask));
  await waiting(platform.sql, 8);
  const closed = platform.app.close();
  await platform.sql.query('commit');
  expect(await answers).toEqual(Array(8).fill(200));
  const began = performance.now();
  await closed;
  expect(performance.now() - began).toBeLessThan(5_000);
  await expect(ask()).rejects.toThrow();
  await platform.close();
});

test('a job that ends while the process does is done for good: nothing is left in the queue to be done again', async () => {
  const listener = new Listener();
  const platform = await startPlatform({ plugins: [bells, listener.plugin], workers: 0 });
  await platform.enable('310113', 'listener');
  for (let round = 1; round <= 4; round += 1) {
    const app = await createApp(testConfig(), platform.registry, platform.urls);
    await queueWriting(platform, '310113', String(round));
    await app.work(2);
    await until(() => listener.ran.length === round);
    await app.close();
    const { rows } = await platform.sql.query(
      'select * from graphile_worker._private_jobs where locked_at is not null',
    );
    expect(rows).toEqual([]);
  }
  expect(listener.ran).toHaveLength(4);
  await platform.close();
});

async function waiting(
  sql: { query(text: string): Promise<{ rows: { n: number }[] }> },
  wanted: number,
): Promise<void> {
  for (;;) {
    const { rows } = await sql.query(`select count(*)::int as n from pg_locks where not granted`);
    if (rows[0]!.n >= wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
