import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { AuditKeeper } from '../src/kernel/audit/keeper.js';
import { sealNext } from '../src/kernel/audit/sealing.js';
import { verifyDistrict } from '../src/kernel/audit/verify.js';
import { databaseUrls } from '../src/kernel/database/connections.js';
import { startEmbedded } from '../src/kernel/database/embedded.js';
import { migrate } from '../src/kernel/database/migrator.js';
import { openOrm } from '../src/kernel/database/orm.js';
import { Districts } from '../src/kernel/districts.js';
import type { Kernel } from '../src/kernel/index.js';
import { kernelPlugin } from '../src/kernel/kernel-plugin.js';
import { createRegistry } from '../src/kernel/plugin/registry.js';
import { districts } from '../src/modules/districts/index.js';

const RECORDS = Number(process.env.BENCH_RECORDS ?? 1_000_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 10);
const WINDOW_MS = 3_000;
const WRITERS = 24;
/** Commits asked for per second where the rate is given and not the most that goes. */
const RATE = 2_000;

const RECORD = `insert into audit_records (district_id, actor_id, actor_name, request_id, action, verb, entity, node_type,
    node_id, entity_id, changes)
  select $1, gen_random_uuid(), '张三', gen_random_uuid()::text, 'changeMember', 'UPDATE', 'Member', 'Member',
    gen_random_uuid(), gen_random_uuid(), '[{"field":"status","before":"ACTIVE","after":"LEFT"}]' from generate_series(1, $2)`;

interface Stage {
  readonly owner: pg.Client;
  readonly app: string;
  readonly districtId: number;
  readonly kernel: Kernel;
  readonly folder: string;
}

/** Runs everything on a server of its own, with fsync, that is thrown away. */
export async function measure(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
  const server = await startEmbedded({ home: folder, maxConnections: 80 });
  try {
    const registry = createRegistry([kernelPlugin, { ...districts, permissions: {} }], []);
    const urls = databaseUrls(server.url);
    await migrate(registry, urls);
    const orm = await openOrm(registry, urls.app, { poolSize: 4, statementTimeoutMs: 60_000 });
    const owner = new pg.Client({ connectionString: urls.owner });
    await owner.connect();
    const { rows } = await owner.query(`select id from districts where code = '310113'`);
    const kernel = { orm, districts: new Districts(orm), log: console } as unknown as Kernel;
    const stage = { owner, app: urls.app, districtId: rows[0].id, kernel, folder };
    const result = {
      processors: cpus().length,
      node: process.version,
      postgres: (await owner.query('show server_version')).rows[0].server_version,
      writers: WRITERS,
      commits: await measureCommits(stage),
      verification: await measureVerification(stage),
    };
    await owner.end();
    await orm.close(true);
    return result;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The most that goes, and a given rate: windows with the sealer and without take turns. */
async function measureCommits(stage: Stage): Promise<object> {
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => writer(stage)));
  await window(stage, writers, false, Infinity);
  const most = { on: [] as Window[], off: [] as Window[] };
  const paced = { on: [] as Window[], off: [] as Window[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of round % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
      most[kind].push(await window(stage, writers, kind === 'on', Infinity));
      paced[kind].push(await window(stage, writers, kind === 'on', RATE));
    }
  }
  await Promise.all(writers.map((client) => client.end()));
  return {
    rounds: ROUNDS,
    mostPerSecond: { sealerOff: perSecond(most.off), sealerOn: perSecond(most.on) },
    asked: RATE,
    pacedPerSecond: { sealerOff: perSecond(paced.off), sealerOn: perSecond(paced.on) },
    pacedCommitMs: { sealerOff: latency(paced.off), sealerOn: latency(paced.on) },
    secondsBehind: {
      paced: summary(paced.on.flatMap(({ waits }) => waits)),
      most: summary(most.on.flatMap(({ waits }) => waits)),
    },
  };
}

interface Window {
  readonly commits: number;
  readonly ms: number;
  readonly latencies: readonly number[];
  /** Seconds that the first record of each seal had waited. */
  readonly waits: readonly number[];
}

async function writer({ app, districtId }: Stage): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: app });
  await client.connect();
  await client.query(`select set_config('app.district', $1, false)`, [String(districtId)]);
  return client;
}

async function window(stage: Stage, writers: readonly pg.Client[], sealing: boolean, rate: number): Promise<Window> {
  // Every window begins with nothing to seal; otherwise one with the sealer would work off the one without.
  while (await sealNext(stage.kernel.orm, stage.districtId));
  const keeper = new AuditKeeper(stage.kernel, join(stage.folder, 'anchors'));
  if (sealing) keeper.start();
  const began = new Date();
  const start = performance.now();
  const latencies: number[] = [];
  let begun = 0;
  await Promise.all(
    writers.map(async (client) => {
      while (performance.now() - start < WINDOW_MS) {
        const wait = (begun * 1_000) / rate - (performance.now() - start);
        begun += 1;
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        const at = performance.now();
        await client.query({ name: 'record', text: RECORD, values: [stage.districtId, 1] });
        latencies.push(performance.now() - at);
      }
    }),
  );
  const ms = performance.now() - start;
  if (sealing) await keeper.stop();
  return { commits: latencies.length, ms, latencies, waits: sealing ? await waitsSince(stage, began) : [] };
}

/** How long the first record of each seal made since then had waited, in seconds. */
async function waitsSince({ owner }: Stage, since: Date): Promise<number[]> {
  const { rows } = await owner.query<{ seconds: string }>(
    `select extract(epoch from s.sealed_at - r.at) as seconds
     from audit_seals s join audit_records r on r.district_id = s.district_id
       and r.id = ('x' || encode(substr(s.record_ids, 1, 8), 'hex'))::bit(64)::bigint
     where s.sealed_at >= $1`,
    [since],
  );
  return rows.map(({ seconds }) => Number(seconds));
}

async function measureVerification({ owner, app, districtId, kernel }: Stage): Promise<object> {
  const { rows } = await owner.query('select count(*)::int as total from audit_records');
  for (let missing = RECORDS - rows[0].total; missing > 0; missing -= 5_000) {
    await owner.query(RECORD, [districtId, Math.min(5_000, missing)]);
  }
  await owner.query('vacuum analyze audit_records');
  const start = performance.now();
  let sealed = 0;
  for (let seal = await sealNext(kernel.orm, districtId); seal; seal = await sealNext(kernel.orm, districtId)) {
    sealed += seal.records;
  }
  const sealing = performance.now() - start;
  const clients = await Promise.all(Array.from({ length: 3 }, () => writer({ app, districtId } as Stage)));
  const seconds: number[] = [];
  let verdict: Awaited<ReturnType<typeof verifyDistrict>> | undefined;
  for (let round = 0; round < 3; round += 1) {
    const at = performance.now();
    verdict = await verifyDistrict(clients, districtId, []);
    seconds.push((performance.now() - at) / 1_000);
  }
  for (const client of clients) await client.end();
  return {
    records: verdict!.records,
    seals: Number(verdict!.seals),
    finding: verdict!.finding ?? null,
    seconds: seconds.map((value) => Math.round(value * 100) / 100),
    sealedPerSecond: Math.round(sealed / (sealing / 1_000)),
  };
}

function perSecond(windows: readonly Window[]): number {
  return Math.round(median(windows.map(({ commits, ms }) => commits / (ms / 1_000))));
}

function summary(values: readonly number[]): { readonly seals: number; readonly median: number; readonly max: number } {
  const round = (value: number) => Math.round(value * 1_000) / 1_000;
  return { seals: values.length, median: round(median(values)), max: round(Math.max(...values)) };
}

function latency(windows: readonly Window[]): { readonly median: number; readonly p99: number } {
  const all = windows.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
  const at = (share: number) => Math.round(all[Math.floor((all.length - 1) * share)]! * 100) / 100;
  return { median: at(0.5), p99: at(0.99) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
