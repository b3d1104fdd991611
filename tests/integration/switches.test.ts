import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, createApp } from '../../src/app.js';
import { addDays, businessDay, lockFor, type NewDecision, startOfDay } from '../../src/kernel/index.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { testConfig } from '../../src/testing/templates.js';
import { bells, Listener, until } from '../support/bells.js';
import { BlackHole } from '../support/black-hole.js';
import { restoreClock, shiftClock } from '../support/shifted-clock.js';
import { Stopwatch } from '../support/stopwatch.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
const WITHIN_MS = 1_000;

let platform: Platform;
/** A second process, in effect: an application of its own on the same database. Its watch looks through the hole. */
let other: App;
let hole: BlackHole;
let districtId: number;

beforeAll(async () => {
  platform = await startPlatform({ plugins: [bells, new Listener().plugin] });
  hole = await BlackHole.before(platform.urls.jobs);
  other = await createApp(testConfig(), platform.registry, { ...platform.urls, jobs: hole.url });
  await other.listen();
  districtId = (await platform.district(BAOSHAN)).id;
});
afterAll(async () => {
  await other.close();
  await hole.close();
  await platform.close();
});
afterEach(restoreClock);

const seen = async () => (await other.kernel.switches.enabledFor(districtId)).has('bells');

function decide(...decisions: readonly NewDecision[]): Promise<void> {
  return platform.acting(BAOSHAN, (ctx) =>
    ctx.transaction(async (tx) => {
      await lockFor(tx, 'switches');
      await platform.app.kernel.switches.decide(tx, decisions);
    }),
  );
}

/** Switches and answers after how many milliseconds the other process has seen it. */
async function reaches(turn: 'enable' | 'disable'): Promise<number> {
  await platform[turn](BAOSHAN, 'bells');
  const watch = new Stopwatch();
  await until(async () => (await seen()) === (turn === 'enable'));
  return watch.stop();
}

/** Statements that this process sends to learn which modules are on, a hundred times. */
const asking = () =>
  platform.wire.count(async () => {
    for (let time = 0; time < 100; time += 1) await platform.app.kernel.switches.enabledFor(districtId);
  });

const watchers = async () =>
  (
    await platform.sql.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'lianxin-switches' and datname = current_database()`,
    )
  ).rows.map(({ pid }) => pid);

describe('a switch', () => {
  test('is seen at once where it was made, and within a second in another process', async () => {
    await platform.enable(BAOSHAN, 'bells');
    expect(await platform.modules(BAOSHAN)).toContain('bells');
    await platform.disable(BAOSHAN, 'bells');
    expect(await platform.modules(BAOSHAN)).not.toContain('bells');
    const times = [];
    for (let round = 0; round < 5; round += 1) times.push(await reaches('enable'), await reaches('disable'));
    expect(Math.max(...times)).toBeLessThan(WITHIN_MS);
  });

  test('is seen within a second when the notification is lost', async () => {
    const { rows } = await platform.sql.query(
      `select pg_get_functiondef('switching.switches_changed'::regproc) as text`,
    );
    await platform.sql.query(rows[0].text.replace(/perform pg_notify\([^;]*;/, ''));
    try {
      expect(await reaches('enable')).toBeLessThan(WITHIN_MS);
      expect(await reaches('disable')).toBeLessThan(WITHIN_MS);
    } finally {
      await platform.sql.query(rows[0].text);
    }
  });

  test('is seen within a second when the listening connections are killed, which come again', async () => {
    const before = await watchers();
    expect(before).toHaveLength(2);
    await platform.sql.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [before]);
    expect(await reaches('enable')).toBeLessThan(WITHIN_MS);
    await until(async () => (await watchers()).filter((pid) => !before.includes(pid)).length === 2);
    expect(await reaches('disable')).toBeLessThan(WITHIN_MS);
  });

  test('is seen within a second when the listening connection is silent, however long', async () => {
    hole.silent = true;
    try {
      expect(await reaches('enable')).toBeLessThan(WITHIN_MS);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(await reaches('disable')).toBeLessThan(WITHIN_MS);
    } finally {
      hole.silent = false;
    }
    expect(await reaches('enable')).toBeLessThan(WITHIN_MS);
  });

  test('that a restored database has forgotten is forgotten in all processes, though its version is lower', async () => {
    await platform.disable(BAOSHAN, 'bells');
    await until(async () => !(await seen()) && (await asking()) === 0);
    const version = async () =>
      Number(
        (await platform.sql.query('select version from switching.switch_versions where district = $1', [districtId]))
          .rows[0].version,
      );
    const before = await version();
    await reaches('enable');
    await until(async () => (await asking()) === 0);
    await platform.sql.query(
      `delete from module_decisions where number = (select max(number) from module_decisions where district_id = $1)`,
      [districtId],
    );
    await platform.sql.query('update switching.switch_versions set version = $2 where district = $1', [
      districtId,
      before,
    ]);
    await until(async () => !(await seen()));
    await until(async () => !(await platform.modules(BAOSHAN)).has('bells'));
  });

  test('costs the requests after it nothing: they remember, and answer the very same object', async () => {
    await platform.enable(BAOSHAN, 'bells');
    await platform.enable(YANGPU, 'bells');
    await until(async () => (await asking()) === 0);
    const [first, again, elsewhere] = await Promise.all([
      platform.modules(BAOSHAN),
      platform.modules(BAOSHAN),
      platform.modules(YANGPU),
    ]);
    expect(again).toBe(first);
    expect(elsewhere).toBe(first);
  });

  test('that is rolled back leaves nothing switched, queued or remembered', async () => {
    await platform.disable(BAOSHAN, 'bells');
    const rolledBack = platform.acting(BAOSHAN, (ctx) =>
      ctx.transaction(async (tx) => {
        const decision = { module: 'bells', kind: 'SWITCH', state: 'ON', since: tx.today, reason: '' } as const;
        await platform.app.kernel.switches.decide(tx, [decision]);
        throw new Error('no');
      }),
    );
    await expect(rolledBack).rejects.toThrow('no');
    expect(await platform.modules(BAOSHAN)).not.toContain('bells');
    await platform.enable(BAOSHAN, 'bells');
    expect(await platform.modules(BAOSHAN)).toContain('bells');
  });
});

describe('a switch from a day on', () => {
  const on = async (module: string) => (await other.kernel.switches.enabledFor(districtId)).has(module);

  const catchUps = async () =>
    (
      await platform.sql.query(
        `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = 'kernel:catch-up'`,
      )
    ).rowCount;

  /** Decides for tomorrow a moment before midnight, and answers how long after it the other process has seen it; less than
   * nothing if before it. */
  async function seenAfterMidnight(module: string, state: 'ON' | 'OFF'): Promise<number> {
    const tomorrow = addDays(businessDay(new Date()), 1);
    const midnight = startOfDay(tomorrow).getTime();
    shiftClock(midnight - 1_500 - Date.now());
    await decide({ module, kind: 'SWITCH', state, since: tomorrow, reason: 'test' });
    let watch: Stopwatch | undefined;
    await until(async () => {
      const isSeen = (await on(module)) === (state === 'ON');
      if (Date.now() >= midnight) watch ??= new Stopwatch();
      return isSeen;
    });
    const seen = watch ? watch.stop() : Date.now() - midnight;
    // Before the clock goes back: a job that found itself a day early would wait for that day.
    await until(async () => (await catchUps()) === 0);
    return seen;
  }

  test('is there within a second of midnight in Shanghai, and not before', async () => {
    await platform.enable(BAOSHAN, 'bells');
    const after = await seenAfterMidnight('bells', 'OFF');
    expect(after).toBeGreaterThanOrEqual(0);
    expect(after).toBeLessThan(WITHIN_MS);
  });

  test('is there within that time also when events have to be caught up', async () => {
    await platform.enable(BAOSHAN, 'listener');
    await platform.disable(BAOSHAN, 'listener');
    const after = await seenAfterMidnight('listener', 'ON');
    expect(after).toBeGreaterThanOrEqual(0);
    expect(after).toBeLessThan(WITHIN_MS);
  });
});
