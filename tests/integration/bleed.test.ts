import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { issueDemoToken } from '../../src/modules/access/index.js';
import type { Client } from '../../src/testing/client.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { LONG, randomOf, rounds } from '../support/size.js';

const POOL_SIZE = 5;
const DISTRICTS = 20;
/** As many as the server takes at once on such a pool. */
const AT_ONCE = 4 * POOL_SIZE;

let platform: Platform;
/** Administrators by the code of their district. Every name in a district begins with its code. */
const callers = new Map<string, Client>();
const random = randomOf('bleed');
let foreign: string[] = [];
let answered = 0;
let created = 0;
/** How often each way of breaking off was met. */
const broken = { 'hung up': 0, 'failed half-way': 0, 'failed in the database': 0, 'lost its connection': 0 };

beforeAll(async () => {
  platform = await startPlatform({ workers: 0, config: { poolSize: POOL_SIZE } });
  const { rows } = await platform.sql.query<{ total: number }>('select count(*)::int as total from districts');
  for (let more = rows[0]!.total; more < DISTRICTS; more += 1) {
    await platform.sql.query(
      `insert into districts (code, kind, name_zh, name_en, city_code) values ($1, 'INDUSTRIAL', '产业', 'Industry', '310000')`,
      [`INDX${String(more).padStart(4, '0')}`],
    );
  }
  platform.app.kernel.districts.forget();
  for (const code of (await platform.app.kernel.districts.all()).keys()) {
    const administrator = await platform.as(code, 'administrator');
    await administrator.mutate(CREATE, { input: root(code) });
    callers.set(code, administrator);
  }
});
afterAll(() => platform.close());

const CREATE = `mutation Create($input: CreateOrganizationInput!) {
  createOrganization(input: $input) { organization { name } userErrors { code path details } } }`;
const LIST = `query List($first: Int!) {
  organizations(first: $first, orderBy: { field: CODE, direction: DESC }) { totalCount nodes { name parent { name } children(first: 3) { nodes { name } } } } }`;

function root(code: string) {
  return {
    code: 'ROOT',
    name: `${code} 总工会`,
    kind: 'FEDERATION',
    type: 'COORDINATING',
    level: 'DISTRICT',
    status: 'FOUNDED',
    foundedOn: '2000-01-01',
  };
}

/** Names in an answer, each with the code of the district they belong to in front. */
function check(code: string, answer: string): void {
  answered += 1;
  for (const [, name] of answer.matchAll(/"name":"([^"]*)"/g)) {
    if (!name!.startsWith(code)) foreign.push(`${code} got '${name}'`);
  }
}

/** What one of many callers does next, each in a district of its own choice. */
const moves: readonly ((code: string, client: Client) => Promise<void>)[] = [
  async (code, client) => check(code, JSON.stringify((await client.send(LIST, { first: 10 })).data ?? null)),
  async (code, client) => {
    created += 1;
    const number = created;
    const input = {
      code: `B${number}`,
      name: `${code} 基层工会 ${number}`,
      kind: 'ENTERPRISE_UNION',
      parentCode: 'ROOT',
      level: 'GRASSROOTS',
      status: 'APPLIED',
    };
    check(code, JSON.stringify((await client.send(CREATE, { input })).data ?? null));
  },
  // The caller hangs up in the middle of a query.
  async (_code, client) => {
    const hangUp = new AbortController();
    setTimeout(() => hangUp.abort(), random.integer(8));
    const body = JSON.stringify({ query: LIST, variables: { first: 50 } });
    const headers = { 'content-type': 'application/json' };
    await client
      .fetch('/graphql', { method: 'POST', headers, body, signal: hangUp.signal })
      .then((response) => response.text())
      .catch(() => {
        broken['hung up'] += 1;
      });
  },
  // A transaction that fails half-way, in JavaScript or in the database.
  async (code) => {
    const failing = platform.acting(code, (ctx) =>
      ctx.transaction(async (tx) => {
        const { rows } = await sql<{ name: string }>`select name from organizations limit 3`.execute(tx.sql);
        check(code, JSON.stringify(rows));
        if (random.chance(0.5)) throw new Error('half-way');
        await sql`select 1 / 0`.execute(tx.sql);
      }),
    );
    await failing.catch((error: Error) => {
      broken[error.message === 'half-way' ? 'failed half-way' : 'failed in the database'] += 1;
    });
  },
  // The server ends a connection in the middle of a transaction.
  async (code) => {
    if (!random.chance(0.1)) return;
    const dying = platform.acting(code, (ctx) =>
      ctx.transaction(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.sql);
        await platform.sql.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
        await sql`select 1`.execute(tx.sql);
      }),
    );
    await dying.catch(() => {
      broken['lost its connection'] += 1;
    });
  },
];

async function mixedRequests(total: number): Promise<void> {
  const codes = [...callers.keys()];
  let left = total;
  const one = async (): Promise<void> => {
    while (left-- > 0) {
      const code = random.pick(codes);
      await random.pick(moves)(code, callers.get(code)!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

describe('twenty districts on a pool of five connections', () => {
  test(
    'never see each other’s rows, however requests are mixed and broken off',
    async () => {
      const total = rounds(1_000, 100_000);
      await mixedRequests(total);
      expect(foreign).toEqual([]);
      const { rows } = await platform.sql.query(
        `select d.code, o.name from organizations o join districts d on d.id = o.district_id where not starts_with(o.name, d.code)`,
      );
      expect(rows).toEqual([]);
      process.stderr.write(`  ${total} requests: ${answered} answers looked through, ${JSON.stringify(broken)}\n`);
      expect(answered).toBeGreaterThan(total / 4);
      expect(Object.values(broken).every((times) => times > 0)).toBe(true);
    },
    LONG ? 1_800_000 : 60_000,
  );

  test('a token for one district opens no other', async () => {
    const [first, second] = [...callers.keys()];
    const token = await issueDemoToken(platform.app.kernel.home, first!, 'administrator');
    const parts = token.split('.');
    const claims = JSON.parse(Buffer.from(parts[1]!, 'base64url').toString());
    const forged = [
      parts[0],
      Buffer.from(JSON.stringify({ ...claims, district: second })).toString('base64url'),
      parts[2],
    ];
    const response = await fetch(`${platform.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${forged.join('.')}` },
      body: JSON.stringify({ query: '{ viewer { name } }' }),
    });
    expect(response.status).toBe(401);
  });

  // Last: it spoils the connections of this platform for good.
  test('connections that were told another district behind the scope’s back would be noticed', async () => {
    const [first, second] = [...callers.keys()];
    const { id } = await platform.district(second!);
    const spoil = (): Promise<unknown> =>
      platform.acting(first!, (ctx) =>
        ctx.transaction((tx) =>
          sql`select set_config('app.district', ${String(id)}, false), pg_sleep(0.05)`.execute(tx.sql),
        ),
      );
    await Promise.all(Array.from({ length: POOL_SIZE }, spoil));
    foreign = [];
    for (let again = 0; again < POOL_SIZE; again += 1) await moves[0]!(first!, callers.get(first!)!);
    expect(foreign.length).toBeGreaterThan(0);
  });
});
