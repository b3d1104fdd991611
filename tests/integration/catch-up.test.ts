import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { parkUnlessOn } from '../../src/kernel/events/parked-jobs.js';
import { actAsSystem, lockFor, waitingJobs } from '../../src/kernel/index.js';
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

  test('gets that also from a process that has heard nothing of the district since', async () => {
    await platform.disable(BAOSHAN, 'listener');
    const far = await createApp(testConfig(), platform.registry, platform.urls);
    try {
      await actAsSystem(far.kernel, await platform.district(BAOSHAN), 'test', async (ctx) => {
        await platform.enable(BAOSHAN, 'listener');
        await ctx.transaction((tx) => tx.emit('bell.rung', { name: 'from far' }));
      });
    } finally {
      await far.close();
    }
    const [{ queued_for }] = await rowsOf(`select queued_for from outbox_events where payload ->> 'name' = 'from far'`);
    expect(queued_for).toEqual(['listener']);
    await platform.jobsDone();
    expect(listener.heard).toEqual(['from far']);
  });

  test('first handles also those events whose jobs came due while it was off, before all it missed', async () => {
    await losingJobs(() => ring(platform, BAOSHAN, 'joined'));
    await platform.disable(BAOSHAN, 'listener');
    await park('joined');
    await ring(platform, BAOSHAN, 'left');
    const held = gate();
    await beginEnabling();
    await until(() => held.reached);
    expect(await isOn()).toBe(false);
    held.open();
    await until(isOn);
    expect(listener.heard).toEqual(['joined', 'left']);
    await platform.jobsDone();
    expect(listener.heard).toEqual(['joined', 'left']);
    expect(await rowsOf('select from parked_jobs')).toEqual([]);
  });

  test('is not kept away by a handler that does not end: the queue has its events', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'endless', 'behind it');
    let end = (): void => undefined;
    listener.before = ({ payload }) =>
      payload.name === 'endless' && listener.heard.length === 0
        ? new Promise<void>((ended) => (end = ended))
        : undefined;
    await beginEnabling();
    await until(isOn, 15_000);
    expect(await lastTurn()).toEqual({ handled: 0, failed: 2 });
    await until(() => listener.heard.includes('behind it'));
    end();
    await until(() => listener.heard.includes('endless'));
    await platform.jobsDone();
  }, 30_000);

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
      create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.01); return new; end $$;
      create trigger slow before insert on graphile_worker._private_jobs for each row execute function slow()`);
    await beginEnabling();
    await until(isOn, 3_000);
    await until(async () => (await rowsOf('select from parked_jobs')).length < 1_200, 8_000);
    await platform.sql.query('drop function slow cascade');
    await until(() => listener.ran.length === 1_200, 15_000);
    expect(await rowsOf('select from parked_jobs')).toEqual([]);
  }, 40_000);

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
    await losingJobs(beginEnabling);
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

describe('a module whose return nobody works on', () => {
  test('is found within a minute, also when no worker is started: the one whose job it was may be dead', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'found');
    await losingJobs(beginEnabling);
    expect(await isOn()).toBe(false);
    const keeping = await createApp(testConfig(), platform.registry, platform.urls);
    try {
      keeping.keepAudit();
      await until(isOn);
    } finally {
      await keeping.close();
    }
    expect(listener.heard).toEqual(['found']);
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
