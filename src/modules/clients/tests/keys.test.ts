import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../../../testing/client.js';
import { withClient } from '../../../testing/databases.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { passTrust } from '../../../../tests/support/shifted-clock.js';
import { until } from '../../../../tests/support/waiting.js';
import { parseGlobalId } from '../../../kernel/index.js';
import { newKey } from '../key/key-format.js';
import { BAOSHAN, change, issueKey, register, YANGPU } from './registered.js';

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', workers: 0 });
  administrator = await platform.as(BAOSHAN, 'administrator');
});
afterAll(() => platform.close());

const bearing = (key: string) => new Client(platform.address, key);
const ORGANIZATIONS = '{ organizations(first: 1) { nodes { id } } }';

async function codeOf(key: string): Promise<string> {
  return (await bearing(key).failed(ORGANIZATIONS)).extensions.code;
}

describe('a key', () => {
  test('lets its client act alone, in its district, as far as its scopes reach and no further', async () => {
    const { id } = await register(administrator);
    const client = bearing(await issueKey(administrator, id));
    const { viewer, organizations } = await client.query(
      `{ viewer { name permissions district { code } roles { code } client { id name kind } } organizations(first: 1) { nodes { id } } }`,
    );
    expect(viewer).toEqual({
      name: '对账系统',
      permissions: ['organization:read'],
      district: { code: BAOSHAN },
      roles: [{ code: 'client' }],
      client: { id, name: '对账系统', kind: 'SERVICE' },
    });
    expect(organizations.nodes).toHaveLength(1);
    for (const other of ['{ members(first: 1) { nodes { id } } }', '{ clients(first: 1) { nodes { id } } }']) {
      expect((await client.failed(other)).extensions.code).toBe('FORBIDDEN');
    }
  });

  test('of a client without scopes lets nothing happen', async () => {
    const client = bearing(await issueKey(administrator, (await register(administrator, { scopes: [] })).id));
    expect((await client.query('{ viewer { permissions } }')).viewer.permissions).toEqual([]);
    expect((await client.failed(ORGANIZATIONS)).extensions.code).toBe('FORBIDDEN');
  });

  test('is answered once and kept nowhere: tables and audit hold its beginning and its hash', async () => {
    const { id } = await register(administrator);
    const key = await issueKey(administrator, id);
    const secret = key.split('_')[2]!;
    const { rows: tables } = await platform.sql.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'control', 'graphile_worker')`,
    );
    const holding = async (text: string): Promise<string[]> => {
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await platform.sql.query(`select 1 from ${name} t where t::text like $1 limit 1`, [
          `%${text}%`,
        ]);
        if (rows.length > 0) found.push(name);
      }
      return found;
    };
    expect(await holding(secret)).toEqual([]);
    // What is there on purpose is found, so the search looks at something.
    expect(await holding(key.slice(0, 17))).toEqual(
      expect.arrayContaining(['public.api_client_keys', 'public.audit_records']),
    );
  });

  test.each([
    ['made up, with a right checksum', newKey('live')],
    ['misspelt', 'lxk_live_0123456789ABCDEFGHIJKLMNOPQRSTUV_000000'],
    ['cut short', 'lxk_live_0123'],
    ['empty', 'lxk_'],
  ])('that is %s is told nothing but UNAUTHENTICATED', async (_name, key) => {
    expect(await codeOf(key)).toBe('UNAUTHENTICATED');
  });

  test('can be followed by a second one before it is revoked, and stops within seconds when it is', async () => {
    const { id } = await register(administrator);
    const [first, second] = [await issueKey(administrator, id), await issueKey(administrator, id)];
    for (const key of [first, second]) await bearing(key).query(ORGANIZATIONS);
    const { clients } = await administrator.query('{ clients(first: 100) { nodes { id keys { id prefix } } } }');
    const own = clients.nodes.find((node: { id: string }) => node.id === id);
    const keyId = own.keys.find(({ prefix }: { prefix: string }) => first.startsWith(prefix)).id;
    await change(administrator, 'revokeClientKey', { keyId });
    passTrust();
    expect(await codeOf(first)).toBe('UNAUTHENTICATED');
    await bearing(second).query(ORGANIZATIONS);
  });

  test('stops when it is over, when its client is suspended, and when the client’s scopes are taken', async () => {
    const [ending, suspended, stripped] = await Promise.all([1, 2, 3].map(() => register(administrator)));
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const keys = [
      await issueKey(administrator, ending!.id, inAnHour),
      await issueKey(administrator, suspended!.id),
      await issueKey(administrator, stripped!.id),
    ];
    for (const key of keys) await bearing(key).query(ORGANIZATIONS);
    await change(administrator, 'suspendClient', { clientId: suspended!.id, suspended: true, expectedVersion: 1 });
    await change(administrator, 'changeClient', { clientId: stripped!.id, scopes: [], expectedVersion: 1 });
    // Clocks here run seconds ahead of the database's.
    await platform.sql.query(
      `update api_client_keys set expires_at = expires_at - interval '61 minutes' where client_id = $1`,
      [parseGlobalId(ending!.id)!.uuid],
    );
    passTrust();
    expect(await Promise.all(keys.map(codeOf))).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'FORBIDDEN']);
  });

  test('says when it was last used, to a minute, without holding a request up', async () => {
    const { id } = await register(administrator);
    const client = bearing(await issueKey(administrator, id));
    const warm = await platform.wire.count(() => client.query('{ viewer { name } }'));
    const lastUse = async () => {
      const { rows } = await platform.sql.query(
        `select last_used_at > now() - interval '1 minute' as used, k.version from api_client_keys k join api_clients c on c.id = k.client_id
         where c.name = '对账系统' order by k.id desc limit 1`,
      );
      return rows;
    };
    await until(async () => (await lastUse())[0].used !== null);
    // One of these may fall on the second in which the district's switches are read again.
    const again = [];
    for (const _ of [1, 2, 3]) again.push(await platform.wire.count(() => client.query('{ viewer { name } }')));
    expect([warm > 0, Math.min(...again)]).toEqual([true, 0]);
    expect(await lastUse()).toEqual([{ used: true, version: 1 }]);
  });
});

describe('the list of addresses', () => {
  test('is asked on every request, whatever was remembered of the client', async () => {
    const here = await register(administrator, { addresses: ['127.0.0.0/8', '::1'] });
    const elsewhere = await register(administrator, { addresses: ['203.0.113.0/24'] });
    await bearing(await issueKey(administrator, here.id)).query(ORGANIZATIONS);
    const key = await issueKey(administrator, elsewhere.id);
    expect(await codeOf(key)).toBe('UNAUTHENTICATED');
    // Nobody is a trusted proxy here, so the header is a claim like any other.
    const forged = await bearing(key).fetch('/schema.graphql', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(forged.status).toBe(401);
  });
});

test('keys that nobody has wait for the database in a limited number, whatever address they are sent to', async () => {
  let refused = 0;
  await withClient(platform.urls.owner, async (blocker) => {
    await blocker.query('begin; lock table control.client_key_districts in access exclusive mode');
    const asked = Array.from({ length: 60 }, async () => {
      const { status } = await bearing(newKey('live')).fetch('/schema.graphql');
      if (status === 503) refused += 1;
    });
    // Four for each of ten connections wait; the rest are told so while nothing is decided.
    await until(() => refused >= 20).finally(() => blocker.query('commit'));
    await Promise.all(asked);
  });
});

describe('from a key to its district', () => {
  test('leads one function, which answers the district of a hash and nothing else', async () => {
    const key = await issueKey(administrator, (await register(administrator)).id);
    const hash = createHash('sha256').update(key).digest();
    const { id: baoshan } = await platform.district(BAOSHAN);
    await withClient(platform.urls.app, async (app) => {
      const ask = async (given: Buffer | null) =>
        (await app.query('select * from control.district_of_client_key($1)', [given])).rows;
      expect(await ask(hash)).toEqual([{ district_of_client_key: baoshan }]);
      for (const unknown of [Buffer.alloc(32), Buffer.alloc(0), null]) {
        expect(await ask(unknown)).toEqual([{ district_of_client_key: null }]);
      }
      const doors = [
        'select * from control.client_key_districts',
        `insert into control.client_key_districts values ('\\x00', 1)`,
        'delete from control.client_key_districts',
        'select control.note_client_key()',
        'create table control.planted (id int)',
      ];
      for (const door of doors) await expect(app.query(door)).rejects.toThrow(/permission denied|trigger/);
      expect((await app.query('select 1 from api_client_keys')).rows).toEqual([]);
    });
  });

  test('a district cannot claim the key of another', async () => {
    const key = await issueKey(administrator, (await register(administrator)).id);
    const hash = createHash('sha256').update(key).digest();
    const other = await register(await platform.as(YANGPU, 'administrator'));
    const { id: yangpu } = await platform.district(YANGPU);
    await withClient(platform.urls.app, async (app) => {
      await app.query(`select set_config('app.district', $1, false)`, [String(yangpu)]);
      const claim = app.query(
        `insert into api_client_keys (id, client_id, prefix, secret_hash, expires_at)
         select gen_random_uuid(), id, 'lxk_live_', $1, now() + interval '1 day' from api_clients where name = '对账系统' limit 1`,
        [hash],
      );
      await expect(claim).rejects.toThrow(/client_key_districts_pkey/);
    });
    expect(other.id).not.toBe('');
    expect((await bearing(key).query('{ viewer { district { code } } }')).viewer.district.code).toBe(BAOSHAN);
  });
});
