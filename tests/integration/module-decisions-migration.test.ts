import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseUrls } from '../../src/kernel/database/connections.js';
import { type EmbeddedServer, startEmbedded } from '../../src/kernel/database/embedded.js';
import { installedMigrations, migrate } from '../../src/kernel/database/migrator.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { withClient } from '../../src/testing/databases.js';
import { core } from '../support/installed.js';
import { preparedHome } from '../support/prepared-home.js';

// A server of its own: passwords of roles belong to the server, and this owner gives them others.
let home: string;
let server: EmbeddedServer;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lianxin-switches-of-before-'));
  chmodSync(home, 0o711);
  await preparedHome(home);
  server = await startEmbedded({ home, ephemeral: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

test('switches of before become decisions, in every district, also for an owner that policies bind', async () => {
  await withClient(server.url, async (client) => {
    await client.query(`create role federation login createrole nosuperuser password 'its own secret'`);
    await client.query('create database federation owner federation');
  });
  const url = new URL(server.url);
  const superuser = Object.assign(new URL(server.url), { pathname: '/federation' }).href;
  Object.assign(url, { username: 'federation', password: 'its own secret', pathname: '/federation' });
  const registry = createRegistry(core, []);
  const own = 'kernel:20261121010000_modules';
  expect(installedMigrations(registry).map(({ name }) => name)).toContain(own);
  await migrate(registry, databaseUrls(url.href), own);
  await withClient(superuser, async (client) => {
    await client.query(`
      insert into districts (code, kind, name_zh, name_en, city_code)
      select code, 'DISTRICT', code, code, '990000' from unnest(array['990001', '990002']) as code;
      insert into module_switches (district_id, id, module, enabled, since, until, reason)
      select d.id, gen_random_uuid(), 'circle', s.enabled, s.since::date, s.until::date, s.reason
      from districts d,
           (values (true, '2026-03-01', '2026-05-01', 'try it'), (false, '2026-05-01', null, 'too much')) s(enabled, since, until, reason)`);
  });
  await migrate(registry, databaseUrls(url.href));
  await withClient(superuser, async (client) => {
    const { rows } = await client.query(
      `select district_id, kind, state, since::text, reason, decided_at from module_decisions order by district_id, number`,
    );
    const districts = [...new Set(rows.map(({ district_id }) => district_id))];
    expect(districts).toHaveLength(2);
    const decisions = [
      {
        kind: 'SWITCH',
        state: 'ON',
        since: '2026-03-01',
        reason: 'try it',
        decided_at: new Date('2026-02-28T16:00:00Z'),
      },
      {
        kind: 'SWITCH',
        state: 'OFF',
        since: '2026-05-01',
        reason: 'too much',
        decided_at: new Date('2026-04-30T16:00:00Z'),
      },
    ];
    expect(rows).toEqual(districts.flatMap((district_id) => decisions.map((row) => ({ district_id, ...row }))));
  });
});
