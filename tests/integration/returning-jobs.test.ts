import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { parkUnlessOn } from '../../src/kernel/events/parked-jobs.js';
import { waitingJobs } from '../../src/kernel/index.js';
import { withClient } from '../../src/testing/databases.js';
import type { Platform } from '../../src/testing/platform.js';
import { testConfig } from '../../src/testing/templates.js';
import { comeDue, Listener, queueWriting, ring, until } from '../support/bells.js';
import { BAOSHAN, beginEnabling, gate, isOn, listenAnew, startListening, YANGPU } from '../support/catching-up.js';

const listener = new Listener();
let platform: Platform;

beforeAll(async () => {
  platform = await startListening(listener);
});
afterAll(() => platform.close());
beforeEach(() => listenAnew(platform, listener));

const on = () => isOn(platform);
const rowsOf = async (query: string) => (await platform.sql.query(query)).rows;

/** Runs work whose jobs are lost. */
async function losingJobs(work: () => Promise<void>): Promise<void> {
  await platform.sql.query(`
    create function lose() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger lose before insert on graphile_worker._private_jobs for each row execute function lose()`);
  try {
    await work();
  } finally {
    await platform.sql.query('drop function lose cascade');
  }
}

/** Puts the handler of an event aside, as the worker does with a job that comes due while the listener is off. */
function park(name: string): Promise<void> {
  return platform.acting(BAOSHAN, async (ctx) => {
    const [event] = await rowsOf(
      `select id, type, payload, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from outbox_events where payload ->> 'name' = '${name}'`,
    );
    const input = { plugin: 'listener', event };
    await parkUnlessOn(ctx, { module: 'listener', task: 'kernel:handle-event', input });
  });
}

describe('a module that is switched on again', () => {
  test('first handles also those events whose jobs came due while it was off, before all it missed', async () => {
    await losingJobs(() => ring(platform, BAOSHAN, 'joined'));
    await platform.disable(BAOSHAN, 'listener');
    await park('joined');
    await ring(platform, BAOSHAN, 'left');
    const held = gate(listener);
    await beginEnabling(platform);
    await until(() => held.reached);
    expect(await on()).toBe(false);
    held.open();
    await until(on);
    expect(listener.heard).toEqual(['joined', 'left']);
    await platform.jobsDone();
    expect(listener.heard).toEqual(['joined', 'left']);
    expect(await rowsOf('select from parked_jobs')).toEqual([]);
  });

  test('is there before its jobs are back, and they come in parts, however many were put aside', async () => {
    await platform.disable(BAOSHAN, 'listener');
    const { id } = await platform.district(BAOSHAN);
    await platform.sql.query(
      `insert into parked_jobs (district_id, id, module, task, input)
       select $1, gen_random_uuid(), 'listener', 'listener:write', '{"name": "many"}' from generate_series(1, 1200)`,
      [id],
    );
    // All of them in one statement would take longer than one may.
    await platform.sql.query(`
      create function slow() returns trigger language plpgsql as $$
      declare back integer := coalesce(nullif(current_setting('test.back', true), ''), '0')::int + 1;
      begin
        perform pg_advisory_xact_lock_shared(1200);
        if back > 800 then raise query_canceled; end if;
        perform set_config('test.back', back::text, true);
        return new;
      end $$;
      create trigger slow before insert on graphile_worker._private_jobs for each row
      when (new.payload #>> '{input,name}' = 'many') execute function slow()`);
    await platform.sql.query('select pg_advisory_lock(1200)');
    await beginEnabling(platform);
    await until(on);
    expect(await rowsOf('select from parked_jobs')).toHaveLength(1_200);
    await platform.sql.query('select pg_advisory_unlock(1200)');
    await until(() => listener.ran.length === 1_200, 60_000);
    expect(await rowsOf('select from parked_jobs')).toEqual([]);
    await platform.sql.query('drop function slow cascade');
  }, 90_000);

  test('is brought back by the next worker when the job is lost', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'nobody hears');
    await losingJobs(() => beginEnabling(platform));
    expect(await on()).toBe(false);
    const next = await createApp(testConfig(), platform.registry, platform.urls);
    try {
      await next.work(1);
      await until(on);
    } finally {
      await next.close();
    }
    expect(listener.heard).toEqual(['nobody hears']);
  });
});

describe('a module whose return nobody works on', () => {
  test('is found within a minute, also when no worker is started: the one whose job it was may be dead', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'found');
    await losingJobs(() => beginEnabling(platform));
    expect(await on()).toBe(false);
    const keeping = await createApp(testConfig(), platform.registry, platform.urls);
    try {
      keeping.keepAudit();
      await until(on);
    } finally {
      await keeping.close();
    }
    expect(listener.heard).toEqual(['found']);
  });
});

describe('jobs of a module that is off when they come due', () => {
  const parked = () => rowsOf('select task, input from parked_jobs order by id');

  test('are put aside, event handlers as well, and done once when it is on again', async () => {
    await queueWriting(platform, BAOSHAN, 'put aside', 3_600);
    await ring(platform, YANGPU, 'a bell of Yangpu');
    await queueWriting(platform, YANGPU, 'done', 3_600);
    await platform.disable(BAOSHAN, 'listener');
    await comeDue(platform, 'put aside', 'done');
    await until(async () => (await parked()).length === 1 && listener.ran.length === 1);
    expect(await parked()).toEqual([{ task: 'listener:write', input: { name: 'put aside' } }]);
    expect(listener.ran).toEqual([`${YANGPU} done`]);
    await platform.enable(BAOSHAN, 'listener');
    await until(() => listener.ran.length === 2);
    await platform.jobsDone();
    expect(listener.ran).toEqual([`${YANGPU} done`, `${BAOSHAN} put aside`]);
    expect(await parked()).toEqual([]);
  });

  test('are not put aside when it has come on just before', async () => {
    const job = { module: 'listener', task: 'listener:write', input: { name: 'in time' } };
    const present = await platform.acting(BAOSHAN, (ctx) => parkUnlessOn(ctx, job));
    expect(present).toContain('listener');
    expect(await parked()).toEqual([]);
  });

  test('return also when the decision that brought the module back is long past', async () => {
    const { id } = await platform.district(BAOSHAN);
    await platform.sql.query(
      `insert into parked_jobs (district_id, id, module, task, input) values
         ($1, gen_random_uuid(), 'listener', 'listener:write', '{"name": "left behind"}'),
         ($1, gen_random_uuid(), 'gone', 'gone:write', '{}')`,
      [id],
    );
    const next = await createApp(testConfig(), platform.registry, platform.urls);
    try {
      await next.work(1);
      await until(() => listener.ran.length === 1);
    } finally {
      await next.close();
    }
    expect(await parked()).toEqual([{ task: 'gone:write', input: {} }]);
    await platform.sql.query('delete from parked_jobs');
  });

  test('are waiting jobs of their district alone, like those in the queue; without a district nobody has any', async () => {
    await queueWriting(platform, BAOSHAN, 'later', 3_600);
    await queueWriting(platform, BAOSHAN, 'much later', 7_200);
    await queueWriting(platform, BAOSHAN, 'soon', 1_800);
    await platform.disable(BAOSHAN, 'listener');
    await comeDue(platform, 'soon');
    await until(async () => (await parked()).length === 1);
    const waiting = (code: string) => platform.acting(code, (ctx) => waitingJobs(ctx, 'listener'));
    const inAnHour = new Date(Date.now() + 3_600_000);
    expect(await waiting(BAOSHAN)).toEqual([
      { moduleId: 'listener', task: 'listener:write', count: 2, nextRunAt: expect.any(Date) },
      { moduleId: 'listener', task: 'listener:write', count: 1, nextRunAt: null },
    ]);
    const [queued] = await waiting(BAOSHAN);
    expect(Math.abs(queued!.nextRunAt!.getTime() - inAnHour.getTime())).toBeLessThan(10_000);
    expect(await waiting(YANGPU)).toEqual([]);
    await withClient(platform.urls.app, async (app) => {
      expect((await app.query('select * from queue.waiting()')).rows).toEqual([]);
      await expect(app.query('select from graphile_worker._private_jobs')).rejects.toThrow(/permission denied/);
    });
  });
});
