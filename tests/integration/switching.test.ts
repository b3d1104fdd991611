import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, createApp, installedRegistry } from '../../src/app.js';
import { actAsSystem, lockFor, type NewDecision, Refusal } from '../../src/kernel/index.js';
import { Client, Platform, startPlatform } from '../../src/testing/index.js';
import { testConfig } from '../../src/testing/templates.js';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';
import { LONG, randomOf } from '../support/size.js';
import { type Evidence, SwitchingModel } from '../support/switching-model.js';
import { ask, type Shown, seenWhole, WHOLE } from '../support/switching-questions.js';
import { syntheticNames, syntheticPlugins } from '../support/synthetic-plugins.js';

const DISTRICTS = 10;
/** In the short size no more than have a connection each: what is asked for too much is turned away, which is no fault. */
const CLIENTS = LONG ? 50 : 20;
const SYNTHETIC = 7;
/** A run ends when there was enough of everything, so that a slow machine asks no less than a fast one. */
const ENOUGH = LONG ? { ms: 300_000, answers: 6_000, changes: 300 } : { ms: 0, answers: 240, changes: 24 };
const PATIENCE_MS = 45_000;
const CONFIG = { poolSize: 12 };

const plugins = [readingCircle, ...syntheticPlugins(SYNTHETIC)];
const NOBODY = { memberId: 'nobody' };
const shown: readonly Shown[] = [
  {
    id: 'reading-circle',
    query: 'readingCircles',
    selection: 'readingCircles(first: 1) { nodes { id } }',
    onMember: 'readingCircles',
    mutation: 'joinReadingCircle',
    input: ['JoinReadingCircleInput', { ...NOBODY, circleId: 'none' }],
  },
  ...Array.from({ length: SYNTHETIC }, (_none, number): Shown => {
    const { id, type, field } = syntheticNames(number);
    return {
      id,
      query: `${field}Report`,
      selection: `${field}Report { cases }`,
      onMember: `${field}Cases`,
      mutation: `open${type}Case`,
      input: [`Open${type}CaseInput`, { ...NOBODY, title: 'x' }],
    };
  }),
];

const random = randomOf('switching');
let platform: Platform;
let apps: readonly App[];
/** Administrators by district, one at each of the two. */
const callers = new Map<string, readonly Client[]>();
let models: Map<string, SwitchingModel>;

beforeAll(async () => {
  platform = await startPlatform({ plugins, workers: 2, config: CONFIG });
  const other = await createApp(testConfig(CONFIG), await installedRegistry(testConfig(), plugins), platform.urls);
  const address = await other.listen();
  apps = [platform.app, other];
  const codes = [...(await platform.app.kernel.districts.all()).keys()].slice(0, DISTRICTS);
  for (const code of codes) {
    const here = await platform.as(code, 'administrator');
    callers.set(code, [here, new Client(address, here.token)]);
  }
  models = new Map(codes.map((code) => [code, new SwitchingModel(plugins)]));
});
afterAll(async () => {
  await apps[1]?.close();
  await platform.close();
});

/** Takes decisions in one of the two processes, as the services do, and again when it is told to try again. */
async function decide(app: App, code: string, decisions: readonly NewDecision[]): Promise<void> {
  try {
    await actAsSystem(app.kernel, await platform.district(code), 'test', (ctx) =>
      ctx.transaction(async (tx) => {
        await lockFor(tx, 'switches');
        await app.kernel.switches.decide(tx, decisions);
      }),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || !error.problems.every((problem) => problem.error.retryable)) throw error;
    await decide(app, code, decisions);
  }
}

function someDecisions(since: string): NewDecision[] {
  return shown
    .filter(() => random.chance(0.3))
    .map(({ id }) =>
      random.chance(0.2)
        ? { module: id, kind: 'LOCK', state: random.pick(['ON', 'OFF', 'FREE']), since, reason: 'test' }
        : { module: id, kind: 'SWITCH', state: random.pick(['ON', 'OFF']), since, reason: 'test' },
    );
}

interface Run {
  answers: number;
  /** How often modules were switched. */
  changes: number;
  /** What did not fit. */
  readonly objections: string[];
}

/** Switches at random while all clients ask, until there was enough of it. */
async function switchAndAsk(isEnough: (run: Run) => boolean): Promise<Run> {
  const today = await platform.acting([...callers.keys()][0]!, async (ctx) => ctx.today);
  const run: Run = { answers: 0, changes: 0, objections: [] };
  const ended = new AbortController();
  const pause = (below: number) =>
    delay(random.integer(below), undefined, { signal: ended.signal }).catch(() => undefined);
  const late = setTimeout(() => ended.abort(), ENOUGH.ms + PATIENCE_MS);
  const note = (seen: Partial<Run>): void => {
    Object.assign(run, seen);
    if (isEnough(run)) ended.abort();
  };
  const unsettled: (() => string | undefined)[] = [];
  const switching = async ([code, model]: [string, SwitchingModel]): Promise<void> => {
    for (;;) {
      await pause(2_000);
      if (ended.signal.aborted) return;
      const decisions = someDecisions(today);
      await model.deciding(decisions, () => decide(random.pick(apps), code, decisions));
      note({ changes: run.changes + 1 });
    }
  };
  // Half of them ask the one process, half the other, so that neither has more at once than it takes.
  const asking = async (_none: unknown, lane: number): Promise<void> => {
    while (!ended.signal.aborted) {
      const [code, clients] = random.pick([...callers]);
      const sent = performance.now();
      const seen = await ask(clients[lane % clients.length]!, shown, random);
      const answered = performance.now();
      const objection = (): string | undefined =>
        'fault' in seen ? seen.fault : models.get(code)!.objection(seen, sent, answered);
      const found = objection();
      // What fits so far may not when it is known how long each set was in force.
      if (found) run.objections.push(`${code}: ${found}`);
      else unsettled.push(objection);
      note({ answers: run.answers + 1 });
      await pause(500);
    }
  };
  await Promise.all([...[...models].map(switching), ...Array.from({ length: CLIENTS }, asking)]);
  clearTimeout(late);
  run.objections.push(...unsettled.flatMap((objection) => objection() ?? []));
  return run;
}

/** Whether an answer was found that shows modules which were not on. */
const isNoticed = ({ objections }: Run): boolean => objections.some((objection) => objection.includes('but it was'));

describe('ten districts that switch their modules while many clients ask two processes', () => {
  test(
    'never show half a set, nor one that is over for more than a second, and fail nobody',
    async () => {
      const began = performance.now();
      const { answers, changes, objections } = await switchAndAsk(
        (run) =>
          run.answers >= ENOUGH.answers && run.changes >= ENOUGH.changes && performance.now() - began >= ENOUGH.ms,
      );
      process.stderr.write(`  ${answers} answers while modules were switched ${changes} times\n`);
      expect(objections.slice(0, 5)).toEqual([]);
      expect(answers).toBeGreaterThanOrEqual(ENOUGH.answers);
      expect(changes).toBeGreaterThanOrEqual(ENOUGH.changes);
    },
    ENOUGH.ms + 2 * PATIENCE_MS,
  );

  test('show in the end, in both processes, what was decided', async () => {
    await platform.jobsDone(30_000);
    await delay(1_000);
    for (const [code, clients] of callers) {
      for (const client of clients) {
        const seen = seenWhole(await client.send(WHOLE), shown) as Evidence;
        expect([...seen.on].sort()).toEqual([...models.get(code)!.on].sort());
      }
    }
  }, 60_000);
});

describe('the test notices', () => {
  test(
    'a process that does not hear of switches',
    async () => {
      const { switches } = apps[1]!.kernel;
      const heard = switches.enabledFor.bind(switches);
      const stuck = new Map<number, ReadonlySet<string>>();
      switches.enabledFor = async (id) => stuck.get(id) ?? stuck.set(id, await heard(id)).get(id)!;
      try {
        expect(isNoticed(await switchAndAsk(isNoticed))).toBe(true);
      } finally {
        switches.enabledFor = heard;
      }
    },
    2 * PATIENCE_MS,
  );

  test(
    'a graph put together from what is on and what was on before',
    async () => {
      const { switches, registry } = apps[0]!.kernel;
      const whole = switches.enabledFor.bind(switches);
      const last = new Map<number, readonly [now: ReadonlySet<string>, before: ReadonlySet<string>]>();
      switches.enabledFor = async (id) => {
        const now = await whole(id);
        const [known, before] = last.get(id) ?? [now, now];
        if (known !== now) last.set(id, [now, known]);
        else if (!last.has(id)) last.set(id, [now, before]);
        return registry.effective(new Set([...now, ...last.get(id)![1]]));
      };
      try {
        expect(isNoticed(await switchAndAsk(isNoticed))).toBe(true);
      } finally {
        switches.enabledFor = whole;
      }
    },
    2 * PATIENCE_MS,
  );

  test('a graph with a module on one type and without it on another', async () => {
    const [client] = [...callers.values()][0]!;
    const answer = await client!.send(WHOLE);
    const fields = [...answer.data.query.fields, ...shown.map(({ query }) => ({ name: query }))];
    const some = shown.filter(({ onMember }) => !JSON.stringify(answer.data.member).includes(`"${onMember}"`));
    const half = { ...answer, data: { ...answer.data, query: { fields } } };
    expect(some.length).toBeGreaterThan(0);
    expect(seenWhole(half, shown)).toEqual({ fault: expect.stringContaining('half of') });
  });
});
