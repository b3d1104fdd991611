import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { type DatabaseUrls, databaseUrls } from '../../src/kernel/database/connections.js';
import { type EmbeddedServer, startEmbedded } from '../../src/kernel/database/embedded.js';
import { migrate } from '../../src/kernel/database/migrator.js';
import { openPool } from '../../src/kernel/database/pool.js';
import { unsafeFindings } from '../../src/kernel/database/safety.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { purge } from '../../src/purging/purge.js';
import { withClient } from '../../src/testing/databases.js';
import { testConfig } from '../../src/testing/templates.js';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';
import { core } from '../support/installed.js';
import { preparedHome } from '../support/prepared-home.js';

// A server of its own: passwords of roles belong to the server, and this owner gives them others.
let home: string;
let server: EmbeddedServer;
/** Of an owner that is no superuser and may only create roles. */
let urls: DatabaseUrls;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lianxin-owner-'));
  chmodSync(home, 0o711);
  await preparedHome(home);
  server = await startEmbedded({ home, ephemeral: true });
  await withClient(server.url, async (client) => {
    await client.query(`create role federation login createrole nosuperuser password 'its own secret'`);
    await client.query('create database federation owner federation');
  });
  const url = new URL(server.url);
  Object.assign(url, { username: 'federation', password: 'its own secret', pathname: '/federation' });
  urls = databaseUrls(url.href);
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

test('an owner that is no superuser and may only create roles migrates, and may do so again', async () => {
  const registry = createRegistry(core, []);
  expect(await migrate(registry, urls)).not.toEqual([]);
  expect(await migrate(registry, urls)).toEqual([]);
  const pool = openPool(urls.app, 1, () => undefined);
  expect(await unsafeFindings(pool)).toEqual([]);
  await pool.end();
});

test('such an owner purges a plugin, whose rows policies hide from it as from anybody', async () => {
  const registry = createRegistry(core, [readingCircle]);
  await migrate(registry, urls);
  const app = await createApp(testConfig({ home: join(home, 'purging') }), registry, urls);
  try {
    const { id, code } = (await app.kernel.districts.byCode('310113'))!;
    await withClient(urls.owner, async (owner) => {
      await owner.query(`select set_config('app.district', $1, false)`, [String(id)]);
      await owner.query(
        `insert into module_decisions (id, module, kind, state, since, reason, decided_by)
         values (gen_random_uuid(), 'reading-circle', 'SWITCH', 'OFF', current_date, 'test', gen_random_uuid())`,
      );
      const plugin = registry.get('reading-circle')!;
      const { tables } = await purge(owner, app.kernel, plugin, join(home, 'purged'), async () => undefined);
      expect(tables).toMatchObject([{ district: code, table: 'module_decisions', rows: 1 }]);
      expect((await owner.query(`select to_regclass('reading_circle_circles') as gone`)).rows).toEqual([
        { gone: null },
      ]);
    });
  } finally {
    await app.close();
  }
});
