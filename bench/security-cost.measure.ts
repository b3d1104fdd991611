import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { localId } from '../src/kernel/index.js';
import { type Client } from '../src/testing/client.js';
import { Platform } from '../src/testing/platform.js';
import { startBare } from './bare-members.js';

const DISTRICT = '310113';
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 20);
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 200);
const PAGES = 30;

const QUERY = `query Members($after: String) {
  members(first: 100, after: $after) {
    nodes { id name status occupation nationalId phone organization { id name } }
    pageInfo { endCursor }
  }
}`;

/** Ratios of the protected list to the bare one, per round, rounds of both in turn; 1.15 is what may not be passed. */
export async function measure(): Promise<object> {
  const platform = await Platform.start({ template: 'demo', workers: 1, measured: true });
  const administrator = await platform.as(DISTRICT, 'administrator');
  const bare = await startBare(platform, DISTRICT);
  const worker = new Worker(new URL('./load.mjs', import.meta.url));
  try {
    const bareAddress = await bare.http.listen({ port: 0, host: '127.0.0.1' });
    const cursors = await copyMasked(platform, administrator);
    const bodies = cursors.map((after) => JSON.stringify({ query: QUERY, variables: { after } }));
    const contestants = {
      lianxin: {
        address: platform.address,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${administrator.token}` },
      },
      bare: { address: bareAddress, headers: { 'content-type': 'application/json' } },
    };
    await sameAnswers(platform.causes, contestants, bodies);
    const policies = await platform.sql.query(
      `select count(*)::int as total from pg_policy where polrelid = 'members'::regclass`,
    );
    if (policies.rows[0].total === 0) throw new Error('row-level security is off');
    const rows = [];
    for (const atOnce of [1, 8]) {
      const rounds: { lianxin: Round; bare: Round }[] = [];
      for (let round = -2; round < ROUNDS; round += 1) {
        const order = round % 2 === 0 ? (['lianxin', 'bare'] as const) : (['bare', 'lianxin'] as const);
        const taken = {} as { lianxin: Round; bare: Round };
        for (const name of order) {
          taken[name] = await load(worker, { ...contestants[name], bodies, total: REQUESTS, atOnce });
        }
        if (round >= 0) rounds.push(taken); // Two rounds warm both up.
      }
      rows.push(summary(atOnce, rounds));
    }
    return {
      limit: 1.15,
      cpus: cpus().length,
      node: process.version,
      rounds: ROUNDS,
      requestsPerRound: REQUESTS,
      rows,
    };
  } finally {
    await worker.terminate();
    await bare.close();
    await platform.close();
  }
}

interface Round {
  readonly times: readonly number[];
  readonly seconds: number;
}

function load(worker: Worker, task: object): Promise<Round> {
  return new Promise((resolve, reject) => {
    worker.once('message', ({ result, error }) => (error ? reject(new Error(error)) : resolve(result)));
    worker.postMessage(task);
  });
}

function summary(atOnce: number, rounds: readonly { lianxin: Round; bare: Round }[]): object {
  const perRequest = (round: Round) =>
    atOnce === 1 ? quantile(round.times, 0.5) : (round.seconds * 1_000) / round.times.length;
  const ratios = rounds.map(({ lianxin, bare }) => perRequest(lianxin) / perRequest(bare));
  const times = (name: 'lianxin' | 'bare') => rounds.flatMap((round) => [...round[name].times]);
  return {
    atOnce,
    what: atOnce === 1 ? 'median time of a request' : 'time per request at full load',
    ratio: {
      median: round3(quantile(ratios, 0.5)),
      low: round3(quantile(ratios, 0.1)),
      high: round3(quantile(ratios, 0.9)),
    },
    lianxin: {
      ms: round3(
        quantile(
          rounds.map((round) => perRequest(round.lianxin)),
          0.5,
        ),
      ),
      p99: round3(quantile(times('lianxin'), 0.99)),
    },
    bare: {
      ms: round3(
        quantile(
          rounds.map((round) => perRequest(round.bare)),
          0.5,
        ),
      ),
      p99: round3(quantile(times('bare'), 0.99)),
    },
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function round3(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** Walks through the register once: gives the copy the numbers as they are shown, and answers a cursor per page. */
async function copyMasked(platform: Platform, administrator: Client): Promise<(string | null)[]> {
  const cursors: (string | null)[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    cursors.push(after);
    const { members } = await administrator.query(QUERY, { after });
    const ids = members.nodes.map(({ id }: { id: string }) => localId('Member', id));
    await platform.sql.query(
      `update bare.members m set national_id_sealed = convert_to(v.national_id, 'UTF8'), phone_sealed = convert_to(v.phone, 'UTF8')
       from unnest($1::uuid[], $2::text[], $3::text[]) as v(id, national_id, phone) where m.id = v.id`,
      [
        ids,
        members.nodes.map((node: { nationalId: string }) => node.nationalId),
        members.nodes.map((node: { phone: string }) => node.phone),
      ],
    );
    after = members.pageInfo.endCursor;
  }
  await platform.sql.query('vacuum analyze bare.members, bare.organizations, public.members, public.organizations');
  return cursors;
}

async function sameAnswers(
  causes: ReadonlyMap<string, string>,
  contestants: Record<string, { address: string; headers: Record<string, string> }>,
  bodies: readonly string[],
): Promise<void> {
  for (const body of bodies) {
    const [first, second] = await Promise.all(
      Object.values(contestants).map(async ({ address, headers }) => {
        const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
        const { data, errors } = (await response.json()) as { data: unknown; errors: unknown };
        return JSON.stringify([data, errors]);
      }),
    );
    if (first !== second)
      throw new Error(
        `the contestants answer differently: ${[...causes.values()][0] ?? ''}\n${first?.slice(0, 600)}\n${second?.slice(0, 600)}`,
      );
  }
}
