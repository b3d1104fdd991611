import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript-loader.mjs';

/**
 * One database server for the whole run: the embedded one, or the one named in LIANXIN_TEST_DATABASE_URL (a
 * superuser's address). Its address reaches the test processes through the environment; databases are made on demand
 * by databases.ts.
 */
export default async function startServer() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-test-')));
  chmodSync(home, 0o711); // The database runs as somebody else when we are root.
  process.env.LIANXIN_TEST_HOME = home;
  process.env.LIANXIN_TEST_RUN = `lianxin_test_${process.pid}`;
  const given = process.env.LIANXIN_TEST_DATABASE_URL;
  if (given) {
    process.env.LIANXIN_TEST_SERVER = given;
    return;
  }
  const { startEmbedded } = await import('../../src/kernel/database/embedded.ts');
  const server = await startEmbedded({ home, ephemeral: true, maxConnections: 200 });
  process.env.LIANXIN_TEST_SERVER = server.url;
  globalThis.lianxinTestServer = server;
}
