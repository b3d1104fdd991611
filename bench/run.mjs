/**
 * `npm run bench -- <name>` runs one comparison on a server of its own and prints JSON. LIANXIN_TEST_DATABASE_URL names
 * a server to use instead; BENCH_ROUNDS sets how often the contestants take turns.
 */
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import '../tests/support/typescript-loader.mjs';
import startServer from '../tests/support/global-setup.mjs';
import stopServer from '../tests/support/global-teardown.mjs';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.measure.ts'))
  .map((file) => file.slice(0, -'.measure.ts'.length));
const name = process.argv[2] ?? '';
if (!names.includes(name)) {
  process.stderr.write(`npm run bench -- <${names.join(' | ')}>\n`);
  process.exit(2);
}

await startServer();
try {
  const { measure } = await import(`./${name}.measure.ts`);
  process.stdout.write(`${JSON.stringify({ bench: name, ...(await measure()) }, null, 2)}\n`);
} finally {
  await stopServer();
}
