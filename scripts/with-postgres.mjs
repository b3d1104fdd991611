// Runs a command against a throw-away server made from the binaries in a folder:
//   node scripts/with-postgres.mjs /usr/lib/postgresql/15/bin npm test
// The command finds the owner's address in LIANXIN_TEST_DATABASE_URL. As root the server runs as user postgres.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [bin, command, ...args] = process.argv.slice(2);
if (!bin || !command) {
  process.stderr.write('usage: with-postgres.mjs <folder of binaries> <command> [arguments…]\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'lianxin-postgres-'));
const data = join(folder, 'data');
const password = 'throw-away';
const passwordFile = join(folder, 'password');
writeFileSync(passwordFile, `${password}\n`);
chmodSync(folder, 0o711);

const user = process.getuid?.() === 0 ? idsOf('postgres') : {};
if (user.uid !== undefined) {
  chownSync(folder, user.uid, user.gid);
  chownSync(passwordFile, user.uid, user.gid);
}

const port = await freePort();
execFileSync(
  join(bin, 'initdb'),
  [
    '-D',
    data,
    '-U',
    'owner',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ],
  { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
);
const settings = {
  port,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  max_connections: 200,
};
const server = spawn(
  join(bin, 'postgres'),
  ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
  { ...user, cwd: folder, stdio: 'ignore' },
);

let status = 1;
try {
  await untilReady();
  const env = { ...process.env, LIANXIN_TEST_DATABASE_URL: `postgres://owner:${password}@127.0.0.1:${port}/postgres` };
  status = spawnSync(command, args, { stdio: 'inherit', env }).status ?? 1;
} finally {
  server.kill('SIGINT');
  await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);

function idsOf(name) {
  const read = (flag) => Number(execFileSync('id', [flag, name]).toString());
  return { uid: read('-u'), gid: read('-g') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}

async function untilReady() {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
    if (spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0) return;
    await wait(100);
  }
  throw new Error('postgres did not become ready within 10 s');
}
