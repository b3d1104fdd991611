import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { projectSchema } from '../src/kernel/graphql/projection.js';
import { buildSuperset, type Superset } from '../src/kernel/graphql/superset.js';
import { createRegistry, type Registry } from '../src/kernel/plugin/registry.js';
import { core } from '../tests/support/installed.js';
import { syntheticNames, syntheticPlugins } from '../tests/support/synthetic-plugins.js';
import { medianWithInterval, quantile } from './rounds.js';

const PLUGINS = Number(process.env.BENCH_PLUGINS ?? 60);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 20);
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 300);
const AT_ONCE = 8;
const WARM_UP = 4;
const LOADER = new URL('../tests/support/typescript-loader.mjs', import.meta.url).href;

/** What may not be passed. */
const LIMITS = { deriveMs: 5, megabytesPerSchema: 1, firstRequestMs: 50, throughputRatio: 1.05 };

/** Core operations: one that costs next to nothing beside what every request costs, and a list with its bodies. */
const QUERIES: Readonly<Record<string, string>> = {
  viewer: '{ viewer { name } }',
  members: '{ members(first: 50) { nodes { id name status organization { id name } } pageInfo { endCursor } } }',
};

/** Schemas, first requests and throughput with many plugins, and with none. */
export async function measure(): Promise<object> {
  const boot = bootTimes();
  const registry = createRegistry(core, syntheticPlugins(PLUGINS));
  const superset = buildSuperset(registry);
  const schemas = deriving(registry, superset);
  const served = await serving();
  return {
    limits: LIMITS,
    cpus: cpus().length,
    node: process.version,
    plugins: PLUGINS,
    fields: fieldsOf(superset),
    boot,
    ...schemas,
    ...served,
  };
}

/** Fields of all types and inputs that the plugins brought, and of the whole graph. */
function fieldsOf({ schema }: Superset): { readonly ofPlugins: number; readonly all: number } {
  const names = Object.values(schema.getTypeMap()).flatMap((type) =>
    !type.name.startsWith('__') && (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
  return { ofPlugins: names.filter((name) => /synthetic/i.test(name)).length, all: names.length };
}

/** Milliseconds for registry and superset in fresh processes, without and with the plugins, in turn. */
function bootTimes(): object {
  const times: Record<'none' | 'all', number[]> = { none: [], all: [] };
  for (let round = 0; round < 5; round += 1) {
    for (const name of ['none', 'all'] as const) {
      const script = `
        await import('${import.meta.resolve('reflect-metadata')}');
        const { core } = await import('${new URL('../tests/support/installed.ts', import.meta.url)}');
        const { createRegistry } = await import('${new URL('../src/kernel/plugin/registry.ts', import.meta.url)}');
        const { buildSuperset } = await import('${new URL('../src/kernel/graphql/superset.ts', import.meta.url)}');
        const { syntheticPlugins } = await import('${new URL('../tests/support/synthetic-plugins.ts', import.meta.url)}');
        const plugins = syntheticPlugins(${name === 'none' ? 0 : PLUGINS});
        const from = performance.now();
        buildSuperset(createRegistry(core, plugins));
        process.stdout.write(String(performance.now() - from));`;
      const out = execFileSync(process.execPath, ['--import', LOADER, '--input-type=module', '-e', script]);
      times[name].push(Number(out.toString()));
    }
  }
  return { withoutMs: Math.round(quantile(times.none, 0.5)), withMs: Math.round(quantile(times.all, 0.5)) };
}

/** Time and memory of one schema after another, each of another set of modules; the first ones warm the compiler up. */
function deriving(registry: Registry, superset: Superset): object {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const warmUp = 10;
  const times: number[] = [];
  const complete: number[] = [];
  const kept: unknown[] = [];
  let before = 0;
  for (let round = -warmUp; round < Math.max(ROUNDS, 30); round += 1) {
    // Nearly everything on, and two modules off that no other round has off: the largest schemas there are.
    const off = new Set([
      syntheticNames((round + warmUp) % PLUGINS).id,
      syntheticNames(((round + warmUp) * 7 + 3) % PLUGINS).id,
    ]);
    const set = registry.effective(new Set(registry.switchable.map(({ id }) => id).filter((id) => !off.has(id))));
    if (round === 0) {
      collectGarbage();
      before = process.memoryUsage().heapUsed;
    }
    const from = performance.now();
    const schema = projectSchema(superset, set);
    const derived = performance.now();
    // Types are made when they are looked at: as introspection and the definition language do, all of them.
    for (const type of Object.values(schema.getTypeMap())) if ('getFields' in type) type.getFields();
    if (round < 0) continue;
    times.push(derived - from);
    complete.push(performance.now() - from);
    kept.push(schema);
  }
  collectGarbage();
  const megabytes = (process.memoryUsage().heapUsed - before) / kept.length / 1e6;
  return {
    deriveMs: { ...medianWithInterval(times), p90: round3(quantile(times, 0.9)) },
    deriveEveryTypeMs: { ...medianWithInterval(complete), p90: round3(quantile(complete, 0.9)) },
    megabytesPerSchema: round3(megabytes),
  };
}

function round3(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

interface Contestant {
  readonly process: ChildProcess;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function startContestant(plugins: number): Promise<Contestant> {
  const child = fork(new URL('./modules-contestant.ts', import.meta.url), {
    execArgv: ['--import', LOADER],
    env: { ...process.env, BENCH_PLUGINS: String(plugins) },
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('a contestant has ended')));
  const [{ address, token }] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return { process: child, address, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } };
}

async function serving(): Promise<object> {
  const contestants = { none: await startContestant(0), all: await startContestant(PLUGINS) };
  const worker = new Worker(new URL('./load.mjs', import.meta.url));
  try {
    const throughput: Record<string, object> = {};
    for (const [name, query] of Object.entries(QUERIES)) throughput[name] = await comparing(worker, contestants, query);
    return { throughput, firstRequestMs: await firstRequests(contestants.all) };
  } finally {
    await worker.terminate();
    for (const contestant of Object.values(contestants)) {
      contestant.process.send('end');
      await once(contestant.process, 'exit');
    }
  }
}

interface Round {
  /** Milliseconds per request that passed, and that the server's processor worked. */
  readonly passed: number;
  readonly worked: number;
}

/** Per request with the plugins, divided by that without; rounds of both in turn, after some to warm up. */
async function comparing(
  worker: Worker,
  contestants: Readonly<Record<'none' | 'all', Contestant>>,
  query: string,
): Promise<object> {
  const rounds: Record<'none' | 'all', Round[]> = { none: [], all: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (['none', 'all'] as const) : (['all', 'none'] as const);
    for (const name of order) {
      const { address, headers } = contestants[name];
      const task = { address, headers, bodies: [JSON.stringify({ query })], total: REQUESTS, atOnce: AT_ONCE };
      const before = await usedBy(contestants[name]);
      const { seconds } = await load(worker, task);
      const worked = ((await usedBy(contestants[name])) - before) / REQUESTS;
      if (round >= 0) rounds[name].push({ passed: (seconds * 1_000) / REQUESTS, worked });
    }
  }
  const ratio = (of: keyof Round) => medianWithInterval(rounds.all.map((all, at) => all[of] / rounds.none[at]![of]));
  const ms = (name: 'none' | 'all', of: keyof Round) =>
    medianWithInterval(rounds[name].map((round) => round[of])).median;
  return {
    ratio: ratio('passed'),
    processorRatio: ratio('worked'),
    without: { ms: ms('none', 'passed'), processorMs: ms('none', 'worked') },
    with: { ms: ms('all', 'passed'), processorMs: ms('all', 'worked') },
  };
}

/** Milliseconds of processor time that a contestant has used so far. */
async function usedBy(contestant: Contestant): Promise<number> {
  contestant.process.send('used');
  const [{ usedMs }] = await once(contestant.process, 'message');
  return usedMs;
}

function load(worker: Worker, task: object): Promise<{ readonly seconds: number }> {
  return new Promise((resolve, reject) => {
    worker.once('message', ({ result, error }) => (error ? reject(new Error(error)) : resolve(result)));
    worker.postMessage(task);
  });
}

/** The request that first meets a set of modules, over HTTP, and the one after it. */
async function firstRequests(contestant: Contestant): Promise<object> {
  const first: number[] = [];
  const second: number[] = [];
  const rounds = Math.min(Math.max(ROUNDS, 10), PLUGINS);
  for (let round = 0; round < rounds; round += 1) {
    // One more module off each time, so that no set comes twice.
    contestant.process.send({ state: 'OFF', modules: [syntheticNames(PLUGINS - 1 - round).id] });
    await once(contestant.process, 'message');
    first.push(await timeOf(contestant, QUERIES.members!));
    second.push(await timeOf(contestant, QUERIES.members!));
  }
  return {
    ...medianWithInterval(first),
    max: round3(Math.max(...first)),
    theOneAfter: medianWithInterval(second).median,
  };
}

async function timeOf({ address, headers }: Contestant, query: string): Promise<number> {
  const from = performance.now();
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const text = await response.text();
  if (response.status !== 200 || text.includes('"errors"')) throw new Error(`status ${response.status}: ${text}`);
  return performance.now() - from;
}
