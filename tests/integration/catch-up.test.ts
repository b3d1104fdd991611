import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { actAsSystem } from '../../src/kernel/index.js';
import { PATIENCE_MS } from '../../src/kernel/plugin/handle-missed.js';
import type { Platform } from '../../src/testing/platform.js';
import { testConfig } from '../../src/testing/templates.js';
import { Listener, ring, until } from '../support/bells.js';
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
const lastTurn = async () =>
  (await rowsOf('select handled, failed from module_turns order by turned_at desc limit 1'))[0];

/** Lets the looks back that are queued begin at once, and waits until they are over and have queued the next. */
async function lookBackNow(): Promise<void> {
  const looks = async () =>
    (await rowsOf(`select (payload #>> '{input,round}')::int as round from graphile_worker._private_jobs
       where payload #>> '{input,turnedAt}' is not null`)) as { round: number }[];
  expect((await looks()).filter(({ round }) => round === 0)).not.toEqual([]);
  await platform.sql.query(
    `update graphile_worker._private_jobs set run_at = now() where payload #>> '{input,round}' = '0'`,
  );
  await until(async () => (await looks()).every(({ round }) => round > 0));
}

/** Lets the test end the patience with a handler that begins from now on, instead of waiting for ten seconds. */
function endingPatience() {
  const begun: (() => void)[] = [];
  const { setTimeout } = globalThis;
  const spy = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, delay?: number) => {
    // Pools of connections wait for as long.
    const isPatience = delay === PATIENCE_MS && / at (?!async ).*handle-missed/.test(new Error().stack!);
    if (isPatience) begun.push(work);
    return setTimeout(work, delay);
  }) as typeof setTimeout);
  return () => {
    spy.mockRestore();
    expect(begun).toHaveLength(1);
    begun[0]!();
  };
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
    await lookBackNow(); // It finds nothing new.
    expect(listener.heard).toEqual(['before', 'elsewhere', 'first', 'second', 'third', 'after']);
  });

  test('is not there before that is done, in no process, and says so', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'long');
    const held = gate(listener);
    await beginEnabling(platform);
    await until(() => held.reached);
    expect(await on()).toBe(false);
    const turns = await platform.acting(BAOSHAN, (ctx) => platform.app.kernel.switches.catchingUp(ctx));
    expect(turns.map(({ module }) => module)).toEqual(['listener']);
    held.open();
    await until(on);
    expect(listener.heard).toEqual(['long']);
  });

  test('handles each event once, however many decisions are taken meanwhile', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'once');
    const held = gate(listener);
    await beginEnabling(platform);
    await until(() => held.reached);
    await platform.disable(BAOSHAN, 'bells');
    await platform.enable(BAOSHAN, 'bells');
    // The job that brings back the same district has found it taken, and comes again later.
    await until(async () => (await rowsOf(`select from graphile_worker.jobs where key like '%again%'`)).length > 0);
    held.open();
    await until(on);
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
    const held = gate(listener);
    const [{ turns }] = await rowsOf('select count(*)::int as turns from module_turns');
    await beginEnabling(platform);
    await until(() => held.reached);
    await platform.disable(BAOSHAN, 'listener');
    held.open();
    await platform.jobsDone();
    expect(await rowsOf('select count(*)::int as turns from module_turns')).toEqual([{ turns }]);
    expect(await on()).toBe(false);
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
    expect(await on()).toBe(true);
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
      await until(on);
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

  test('is not kept away by a handler that does not end: the queue has its events', async () => {
    await platform.disable(BAOSHAN, 'listener');
    await ring(platform, BAOSHAN, 'endless', 'behind it');
    let end: (() => void) | undefined;
    listener.before = ({ payload }) =>
      payload.name === 'endless' && listener.heard.length === 0
        ? new Promise<void>((ended) => (end = ended))
        : undefined;
    const endPatience = endingPatience();
    await beginEnabling(platform);
    await until(() => end !== undefined);
    expect(await on()).toBe(false);
    endPatience();
    await until(on);
    expect(await lastTurn()).toEqual({ handled: 0, failed: 2 });
    await until(() => listener.heard.includes('behind it'));
    end!();
    await until(() => listener.heard.includes('endless'));
    await platform.jobsDone();
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
