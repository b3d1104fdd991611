/**
 * What scope, permission, audit and masking cost on a list of 100 members, beside the same SQL on a copy of the tables
 * without policies. `node bench/security-cost.mjs` prints JSON; LIANXIN_TEST_DATABASE_URL names a server, the embedded
 * one is used otherwise.
 */
import '../tests/support/typescript-loader.mjs';
import startServer from '../tests/support/global-setup.mjs';
import stopServer from '../tests/support/global-teardown.mjs';

await startServer();
try {
  const { measure } = await import('./security-cost.measure.ts');
  process.stdout.write(`${JSON.stringify(await measure(), null, 2)}\n`);
} finally {
  await stopServer();
}
