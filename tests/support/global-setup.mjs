import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript-loader.mjs';

const { startEmbedded } = await import('../../src/kernel/database/embedded.ts');

/**
 * One database server for the whole run: the embedded one, or the one named in LIANXIN_TEST_DATABASE_URL (a
 * superuser's address). Its address reaches the test processes through the environment; databases are made on demand
 * by databases.ts.
 */
export default async function startServer() {
  await removeLeftovers();
  const home = realpathSync(mkdtempSync(join(tmpdir(), `lianxin-test-${process.pid}-`)));
  chmodSync(home, 0o711); // The database runs as somebody else when we are root.
  process.env.LIANXIN_TEST_HOME = home;
  process.env.LIANXIN_TEST_RUN = `lianxin_test_${process.pid}`;
  const given = process.env.LIANXIN_TEST_DATABASE_URL;
  if (given) {
    process.env.LIANXIN_TEST_SERVER = given;
    return;
  }
  const server = await startEmbedded({ home, ephemeral: true, maxConnections: 200 });
  process.env.LIANXIN_TEST_SERVER = server.url;
  globalThis.lianxinTestServer = server;
}

/** A run that was killed could not stop its server; the next one does, when the process that began it is gone. */
async function removeLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^lianxin-test-(\d+)-/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const home = join(tmpdir(), name);
    try {
      if (existsSync(join(home, 'postgres/data/postmaster.pid'))) {
        await (await startEmbedded({ home, ephemeral: true })).stop();
      }
      rmSync(home, { recursive: true, force: true });
    } catch (error) {
      process.stderr.write(`${home} is left over from an earlier run and cannot be removed: ${error}\n`);
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
