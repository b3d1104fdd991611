/**
 * Cost of sealed columns: 100 rows with two of them, keys at hand and not, and what enrolling a list takes.
 * `node bench/sealing.mjs` prints JSON; LIANXIN_TEST_DATABASE_URL names a server, the embedded one is used otherwise.
 */
import '../tests/support/typescript-loader.mjs';
import startServer from '../tests/support/global-setup.mjs';
import stopServer from '../tests/support/global-teardown.mjs';

await startServer();
try {
  const { measure } = await import('./sealing.measure.ts');
  process.stdout.write(`${JSON.stringify(await measure(), null, 2)}\n`);
} finally {
  await stopServer();
}
