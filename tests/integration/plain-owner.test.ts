import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseUrls } from '../../src/kernel/database/connections.js';
import { type EmbeddedServer, startEmbedded } from '../../src/kernel/database/embedded.js';
import { migrate } from '../../src/kernel/database/migrator.js';
import { openPool } from '../../src/kernel/database/pool.js';
import { unsafeFindings } from '../../src/kernel/database/safety.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { withClient } from '../support/databases.js';
import { core } from '../support/installed.js';

// A server of its own: passwords of roles belong to the server, and this owner gives them others.
let home: string;
let server: EmbeddedServer;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lianxin-owner-'));
  chmodSync(home, 0o711);
  server = await startEmbedded({ home, ephemeral: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

test('an owner that is no superuser and may only create roles migrates, and may do so again', async () => {
  await withClient(server.url, async (client) => {
    await client.query(`create role federation login createrole nosuperuser password 'its own secret'`);
    await client.query('create database federation owner federation');
  });
  const url = new URL(server.url);
  Object.assign(url, { username: 'federation', password: 'its own secret', pathname: '/federation' });
  const urls = databaseUrls(url.href);
  const registry = createRegistry(core, []);
  expect(await migrate(registry, urls)).not.toEqual([]);
  expect(await migrate(registry, urls)).toEqual([]);
  const pool = openPool(urls.app, 1, () => undefined);
  expect(await unsafeFindings(pool)).toEqual([]);
  await pool.end();
});
