import './typescript-loader.mjs';

const { startTestServer } = await import('../../src/testing/server.ts');

/** One database server for the whole run; databases are made on demand by src/testing/databases.ts. */
export default async function startServer() {
  globalThis.lianxinTestServer = await startTestServer();
}
