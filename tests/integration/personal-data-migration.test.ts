import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseUrls } from '../../src/kernel/database/connections.js';
import { type EmbeddedServer, startEmbedded } from '../../src/kernel/database/embedded.js';
import { migrate } from '../../src/kernel/database/migrator.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { withClient } from '../../src/testing/databases.js';
import { core } from '../support/installed.js';

// A server of its own: passwords of roles belong to the server, and this owner gives them others.
let home: string;
let server: EmbeddedServer;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lianxin-audit-of-before-'));
  chmodSync(home, 0o711);
  server = await startEmbedded({ home, ephemeral: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const CANARY = '张三的名字';

test('audit records of before lose what erasure could not have reached, in every district, and nothing else', async () => {
  await withClient(server.url, async (client) => {
    // An owner that policies bind: it sees the rows of a district in the scope of that district alone.
    await client.query(`create role federation login createrole nosuperuser password 'its own secret'`);
    await client.query('create database federation owner federation');
  });
  const url = new URL(server.url);
  const superuser = Object.assign(new URL(server.url), { pathname: '/federation' }).href;
  Object.assign(url, { username: 'federation', password: 'its own secret', pathname: '/federation' });
  const registry = createRegistry(core, []);
  await migrate(registry, databaseUrls(url.href), 'personal-data:20261121002000_personal_data');
  const changes = (field: string) => JSON.stringify([{ field, before: null, after: CANARY }]);
  const records = async () =>
    withClient(superuser, async (client) => {
      const { rows } = await client.query<{ entity: string; changes: object }>(
        'select entity, changes from audit_records order by district_id, id',
      );
      return rows;
    });
  await withClient(superuser, async (client) => {
    for (const [entity, field] of [
      ['Member', 'name'],
      ['Member', 'status'],
      ['Officer', 'name'],
      ['Organization', 'name'],
    ] as const) {
      await client.query(
        `insert into audit_records (district_id, actor_name, request_id, action, verb, entity, node_type, node_id, entity_id, changes)
         select id, '', 'r', 'a', 'UPDATE', $1, $1, gen_random_uuid(), gen_random_uuid(), $2::jsonb from districts order by id limit 2`,
        [entity, changes(field)],
      );
    }
  });
  expect(await records()).toHaveLength(8);
  await migrate(registry, databaseUrls(url.href));
  const kept = (field: string) => [{ field, before: null, after: CANARY }];
  const ofOneDistrict = [
    { entity: 'Member', changes: [{ field: 'name', sealed: true }] },
    { entity: 'Member', changes: kept('status') },
    { entity: 'Officer', changes: [{ field: 'name', sealed: true }] },
    { entity: 'Organization', changes: kept('name') },
  ];
  expect(await records()).toEqual([...ofOneDistrict, ...ofOneDistrict]);
});
