import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, createApp, installedRegistry } from '../../src/app.js';
import { actAsSystem, lockFor, type NewDecision } from '../../src/kernel/index.js';
import { Client, Platform, startPlatform } from '../../src/testing/index.js';
import { testConfig } from '../../src/testing/templates.js';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';
import { LONG, randomOf } from '../support/size.js';
import { type Evidence, SwitchingModel } from '../support/switching-model.js';
import { ask, type Seen, type Shown, seenWhole, WHOLE } from '../support/switching-questions.js';
import { syntheticNames, syntheticPlugins } from '../support/synthetic-plugins.js';

const DISTRICTS = 10;
const CLIENTS = 50;
const SYNTHETIC = 7;
const RUN_MS = LONG ? 300_000 : 9_000;
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

/** Takes decisions in one of the two processes, as the services do. */
async function decide(app: App, code: string, decisions: readonly NewDecision[]): Promise<void> {
  await actAsSystem(app.kernel, await platform.district(code), 'test', (ctx) =>
    ctx.transaction(async (tx) => {
      await lockFor(tx, 'switches');
      await app.kernel.switches.decide(tx, decisions);
    }),
  );
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

interface Answered {
  readonly code: string;
  readonly seen: Seen;
  readonly sent: number;
  readonly answered: number;
}

/** Switches at random while all clients ask, and answers what did not fit. */
async function switchAndAsk(runMs: number) {
  const today = await platform.acting([...callers.keys()][0]!, async (ctx) => ctx.today);
  const end = performance.now() + runMs;
  const answers: Answered[] = [];
  const switching = async ([code, model]: [string, SwitchingModel]): Promise<void> => {
    while (performance.now() < end) {
      await delay(random.integer(2_000));
      const decisions = someDecisions(today);
      await model.deciding(decisions, () => decide(random.pick(apps), code, decisions));
    }
  };
  // Half of them ask the one process, half the other, so that neither has more at once than it takes.
  const asking = async (_none: unknown, lane: number): Promise<void> => {
    while (performance.now() < end) {
      const [code, clients] = random.pick([...callers]);
      const sent = performance.now();
      const seen = await ask(clients[lane % clients.length]!, shown, random);
      answers.push({ code, seen, sent, answered: performance.now() });
      await delay(random.integer(500));
    }
  };
  await Promise.all([...[...models].map(switching), ...Array.from({ length: CLIENTS }, asking)]);
  const objections = answers.flatMap(({ code, seen, sent, answered }) => {
    const objection = 'fault' in seen ? seen.fault : models.get(code)!.objection(seen, sent, answered);
    return objection === undefined ? [] : [`${code}: ${objection}`];
  });
  return { answers, objections };
}

describe('ten districts that switch their modules while fifty clients ask two processes', () => {
  test(
    'never show half a set, nor one that is over for more than a second, and fail nobody',
    async () => {
      const { answers, objections } = await switchAndAsk(RUN_MS);
      const changes = [...models.values()].reduce((sum, model) => sum + model.changes, 0);
      process.stderr.write(`  ${answers.length} answers while modules were switched ${changes} times\n`);
      expect(objections.slice(0, 5)).toEqual([]);
      expect(answers.length).toBeGreaterThan(RUN_MS / 50);
      expect(changes).toBeGreaterThan(RUN_MS / 1_000);
    },
    RUN_MS + 60_000,
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
  test('a process that does not hear of switches', async () => {
    const { switches } = apps[1]!.kernel;
    const heard = switches.enabledFor.bind(switches);
    const stuck = new Map<number, ReadonlySet<string>>();
    switches.enabledFor = async (id) => stuck.get(id) ?? stuck.set(id, await heard(id)).get(id)!;
    try {
      const { objections } = await switchAndAsk(5_000);
      expect(objections.some((objection) => objection.includes('but it was'))).toBe(true);
    } finally {
      switches.enabledFor = heard;
    }
  }, 60_000);

  test('a graph put together from what is on and what was on before', async () => {
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
      const { objections } = await switchAndAsk(5_000);
      expect(objections.some((objection) => objection.includes('but it was'))).toBe(true);
    } finally {
      switches.enabledFor = whole;
    }
  }, 60_000);

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
