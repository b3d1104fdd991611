import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../kernel/database/embedded.js';

/** The database server that the databases of a test run are made on. */
export interface TestServer {
  /** Stops the server when it was started for this run, or removes the run's databases from the given one. */
  stop(): Promise<void>;
}

/** Where a run keeps its files, with the number of the process that began it. */
const HOME = /^lianxin-test-(\d+)-/;

let own: Promise<TestServer> | undefined;

/**
 * Starts a server for a run of tests, or takes the one named in LIANXIN_TEST_DATABASE_URL (a superuser's address). Its
 * address goes into the environment, and so reaches the processes that the tests start.
 */
export async function startTestServer(): Promise<TestServer> {
  await removeLeftovers();
  const home = realpathSync(mkdtempSync(join(tmpdir(), `lianxin-test-${process.pid}-`)));
  chmodSync(home, 0o711); // The database runs as somebody else when we are root.
  process.env.LIANXIN_TEST_HOME = home;
  process.env.LIANXIN_TEST_RUN = `lianxin_test_${process.pid}`;
  const given = process.env.LIANXIN_TEST_DATABASE_URL;
  const server = given ? undefined : await startEmbedded({ home, ephemeral: true, maxConnections: 200 });
  process.env.LIANXIN_TEST_SERVER = given ?? server!.url;
  return {
    async stop() {
      if (given) await dropDatabases(given, `lianxin_test_${process.pid}_`);
      await server?.stop();
      if (server) rmSync(server.directory, { recursive: true, force: true });
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The server of the run; without one, which is so under `node --test`, one of this process that ends with it. */
export async function ensureTestServer(): Promise<void> {
  if (!own && process.env.LIANXIN_TEST_SERVER) return;
  own ??= startTestServer().then((server) => {
    process.once('beforeExit', () => void server.stop());
    return server;
  });
  await own;
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select quote_ident(datname) as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}

/** A run that was killed could not stop its server; the next one does, when the process that began it is gone. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(HOME.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const home = join(tmpdir(), name);
    // On a machine of many: whoever else left it there takes it away, and nothing in it is run.
    if (statSync(home).uid !== (process.getuid?.() ?? statSync(home).uid)) continue;
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
