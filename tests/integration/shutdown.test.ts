import { expect, test } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { startPlatform } from '../../src/testing/platform.js';
import { testConfig } from '../../src/testing/templates.js';
import { bells, Listener, queueWriting, until } from '../support/bells.js';
import { rounds } from '../support/size.js';
import { untilLocked } from '../support/waiting.js';

test('who is being served when the process is asked to end still gets the answer', async () => {
  const platform = await startPlatform({ workers: 0 });
  const administrator = await platform.as('310113', 'administrator');
  const ask = async () => (await administrator.send('{ members(first: 2) { totalCount } }')).status;
  await ask();
  // Requests wait for a lock, so that they are surely under way when the end begins.
  await platform.sql.query('begin');
  await platform.sql.query('lock table members in access exclusive mode');
  const answers = Promise.all(Array.from({ length: 8 }, ask));
  await untilLocked(platform.sql, 8);
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
  const total = rounds(2, 8);
  for (let round = 1; round <= total; round += 1) {
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
  expect(listener.ran).toHaveLength(total);
  await platform.close();
});
