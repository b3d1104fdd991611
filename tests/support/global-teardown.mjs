import { rmSync } from 'node:fs';
import pg from 'pg';

/** Stops the server of this run; on a server that was given, removes what this run made. */
export default async function stopServer() {
  const server = globalThis.lianxinTestServer;
  if (server) {
    await server.stop();
    rmSync(server.directory, { recursive: true, force: true });
  } else {
    await dropDatabases(process.env.LIANXIN_TEST_SERVER, process.env.LIANXIN_TEST_RUN);
  }
  rmSync(process.env.LIANXIN_TEST_HOME, { recursive: true, force: true });
}

async function dropDatabases(url, run) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select quote_ident(datname) as name from pg_database where starts_with(datname, $1)',
      [`${run}_`],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}
