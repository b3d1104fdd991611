import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { parkUnlessOn } from '../../src/kernel/events/parked-jobs.js';
import { lockFor, waitingJobs } from '../../src/kernel/index.js';
import { withClient } from '../../src/testing/databases.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { testConfig } from '../../src/testing/templates.js';
import { bells, Listener, queueWriting, ring, until } from '../support/bells.js';

const BAOSHAN = '310113';
const YANGPU = '310110';

const listener = new Listener();
let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ plugins: [bells, listener.plugin] });
  for (const code of [BAOSHAN, YANGPU]) for (const module of ['bells', 'listener']) await platform.enable(code, module);
});
afterAll(() => platform.close());

beforeEach(async () => {
  await platform.enable(BAOSHAN, 'listener');
  await platform.jobsDone();
  listener.forget();
});

const isOn = async () => (await platform.modules(BAOSHAN)).has('listener');
const rowsOf = async (query: string) => (await platform.sql.query(query)).rows;
const lastTurn = async () =>
  (await rowsOf('select handled, failed from module_turns order by turned_at desc limit 1'))[0];

/** Switches the listener on without waiting until it is there. */
function beginEnabling(): Promise<void> {
  return platform.acting(BAOSHAN, (ctx) =>
    ctx.transaction(async (tx) => {
      await lockFor(tx, 'switches');
      const decision = { module: 'listener', kind: 'SWITCH', state: 'ON', since: tx.today, reason: 'test' } as const;
      await platform.app.kernel.switches.decide(tx, [decision]);
    }),
  );
}

/** Stops the listener at the next event until it is let go. */
function gate() {
  let open = (): void => undefined;
  const gate = { reached: false, open: () => open() };
  const opened = new Promise<void>((resolve) => (open = resolve));
  listener.before = () => {
    gate.reached = true;
    return opened;
  };
  return gate;
}

describe('a module that is switched on again', () => {
  test('first handles what it missed, each event once and in order, and what comes afterwards as ever', async () => {
    await ring(platform, BAOSHAN, 'before');
    await platform.jobsDone();
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'first', 'second');
    await ring(platform, BAOSHAN, 'third');
    await ring(platform, YANGPU, 'elsewhere');
    await platform.jobsDone();
    expect(listener.heard).toEqual(['before', 'elsewhere']);
    await platform.enable(BAOSHAN, 'listener');
    expect(listener.heard).toEqual(['before', 'elsewhere', 'first', 'second', 'third']);
    await ring(platform, BAOSHAN, 'after');
    await platform.jobsDone();
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // The look back finds nothing new.
    expect(listener.heard).toEqual(['before', 'elsewhere', 'first', 'second', 'third', 'after']);
  });

  test('is not there before that is done, in no process, and says so', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'long');
    const held = gate();
    await beginEnabling();
    await until(() => held.reached);
    expect(await isOn()).toBe(false);
    const turns = await platform.acting(BAOSHAN, (ctx) => platform.app.kernel.switches.catchingUp(ctx));
    expect(turns.map(({ module }) => module)).toEqual(['listener']);
    held.open();
    await until(isOn);
    expect(listener.heard).toEqual(['long']);
  });

  test('handles each event once, however many decisions are taken meanwhile', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'once');
    const held = gate();
    await beginEnabling();
    await until(() => held.reached);
    await platform.disable(BAOSHAN, 'bells');
    await platform.enable(BAOSHAN, 'bells');
    await new Promise((resolve) => setTimeout(resolve, 300));
    held.open();
    await until(isOn);
    await platform.jobsDone();
    expect(listener.heard).toEqual(['once']);
  });

  test('leaves what it fails at to the queue, which repeats it, and is there all the same', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'good', 'bad', 'better');
    let failures = 0;
    listener.before = ({ payload }) => {
      if (payload.name !== 'bad' || failures === 1) return;
      failures += 1;
      throw new Error('not now');
    };
    await platform.enable(BAOSHAN, 'listener');
    expect(await lastTurn()).toEqual({ handled: 2, failed: 1 });
    await until(() => listener.heard.length === 3);
    expect(listener.heard).toEqual(['good', 'better', 'bad']);
  });

  test('that goes off before it is done handles everything the next time, from the first moment it was off', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'one', 'two');
    const held = gate();
    const [{ turns }] = await rowsOf('select count(*)::int as turns from module_turns');
    await beginEnabling();
    await until(() => held.reached);
    await platform.disable(BAOSHAN, 'listener');
    held.open();
    await platform.jobsDone();
    expect(await rowsOf('select count(*)::int as turns from module_turns')).toEqual([{ turns }]);
    expect(await isOn()).toBe(false);
    listener.heard.length = 0;
    await platform.enable(BAOSHAN, 'listener');
    expect(listener.heard).toEqual(['one', 'two']);
  });

  test('handles also what a transaction emitted that had begun while it was off and ended after it was back', async () => {
    await platform.disable(BAOSHAN, 'listener');
    let commit = (): void => undefined;
    let emitted = false;
    const late = platform.acting(BAOSHAN, (ctx) =>
      ctx.transaction(async (tx) => {
        await tx.emit('bell.rung', { name: 'late' });
        emitted = true;
        await new Promise<void>((resolve) => (commit = resolve));
      }),
    );
    await until(() => emitted);
    await platform.enable(BAOSHAN, 'listener');
    expect(await isOn()).toBe(true);
    expect(listener.heard).toEqual([]);
    commit();
    await late;
    await until(() => listener.heard.length > 0);
    expect(listener.heard).toEqual(['late']);
  });

  test('gets what a long job emits after that, though it began before', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await platform.acting(BAOSHAN, async (ctx) => {
      expect(ctx.facts.modules).not.toContain('listener');
      await platform.enable(BAOSHAN, 'listener');
      await until(isOn);
      await ctx.transaction((tx) => tx.emit('bell.rung', { name: 'by a long job' }));
    });
    const [{ queued_for }] = await rowsOf(
      `select queued_for from outbox_events where payload ->> 'name' = 'by a long job'`,
    );
    expect(queued_for).toEqual(['listener']);
    await platform.jobsDone();
    expect(listener.heard).toEqual(['by a long job']);
  });

  test('that is on for the first time waits for nothing and handles nothing old', async () => {
    const hongkou = '310109';
    await platform.enable(hongkou, 'bells');
    await ring(platform, hongkou, 'long ago');
    await platform.enable(hongkou, 'listener');
    expect(await platform.modules(hongkou)).toContain('listener');
    await platform.jobsDone();
    expect(listener.heard).toEqual([]);
  });

  test('is brought back by the next worker when the job is lost', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'nobody hears');
    await platform.sql.query(`
      create function lose() returns trigger language plpgsql as $$ begin return null; end $$;
      create trigger lose before insert on graphile_worker._private_jobs for each row execute function lose()`);
    await beginEnabling();
    await platform.sql.query('drop function lose cascade');
    expect(await isOn()).toBe(false);
    const next = await createApp(testConfig(), platform.registry, platform.urls);
    try {
      await next.work(1);
      await until(isOn);
    } finally {
      await next.close();
    }
    expect(listener.heard).toEqual(['nobody hears']);
  });
});

describe('events', () => {
  test('older than thirty days stay while a module that is off will have to handle them, and no longer', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'old');
    await platform.sql.query(`
      update module_decisions set decided_at = decided_at - interval '40 days', since = since - 40 where module = 'listener';
      update module_turns set turned_at = turned_at - interval '40 days';
      update outbox_events set at = at - interval '39 days';
      insert into outbox_events (district_id, id, type, payload, request_id, at)
      select district_id, gen_random_uuid(), 'another.thing', '{}', 'r', at from outbox_events limit 1`);
    const events = async () => (await rowsOf(`select type, payload ->> 'name' as name from outbox_events`)) as object[];
    const keeping = await createApp(testConfig(), platform.registry, platform.urls);
    try {
      keeping.keepAudit();
      await until(async () => !(await events()).some((event) => 'type' in event && event.type === 'another.thing'));
    } finally {
      await keeping.close();
    }
    expect(await events()).toContainEqual({ type: 'bell.rung', name: 'old' });
    await platform.enable(BAOSHAN, 'listener');
    expect(listener.heard).toContain('old');
    expect(await platform.app.kernel.switches.missedEvents((await platform.district(BAOSHAN)).id)).toEqual([]);
  });
});

describe('jobs of a module that is off when they come due', () => {
  const parked = () => rowsOf('select task, input from parked_jobs order by id');

  test('are put aside, event handlers as well, and done once when it is on again', async () => {
    await queueWriting(platform, BAOSHAN, 'put aside', 0.4);
    await ring(platform, YANGPU, 'a bell of Yangpu');
    await queueWriting(platform, YANGPU, 'done', 0.4);
    await platform.disable(BAOSHAN, 'listener');
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
    await queueWriting(platform, BAOSHAN, 'soon', 0.4);
    await platform.disable(BAOSHAN, 'listener');
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
