import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_DISTRICTS } from '../../src/demo/seed.js';
import { Client } from '../../src/testing/client.js';

const ROUNDS = 4;
const PATIENCE_MS = 90_000;
const main = join(process.cwd(), 'dist/main.js');

let home: string;
let running: ChildProcess | undefined;

beforeAll(() => {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: npm test builds it, or run npm run build');
  home = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-killed-')));
  chmodSync(home, 0o711);
});

afterAll(async () => {
  if (running?.exitCode === null) await ended(running, 'SIGTERM');
  rmSync(home, { recursive: true, force: true });
});

const environment = () => ({
  ...process.env,
  NODE_OPTIONS: '',
  LIANXIN_HOME: home,
  PORT: '0',
  LIANXIN_LOG_LEVEL: 'silent',
});

/** Starts the server; the address comes when it is ready. */
function start(): { server: ChildProcess; ready: Promise<string> } {
  const server = spawn(process.execPath, [main, 'serve', '--demo'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        output += bytes.toString();
        const address = /^ready (http:\/\/\S+)/m.exec(output)?.[1];
        if (address) resolve(address.replace(/\/$/, ''));
      });
    }
    server.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal}):\n${output}`)));
  });
  ready.catch(() => undefined);
  running = server;
  return { server, ready };
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await exit;
}

async function token(district: string): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [main, 'token', '--district', district, '--role', 'administrator'], {
    env: environment(),
  });
  return stdout.trim();
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Starts the server and waits until it is ready. */
async function startReady(): Promise<{ server: ChildProcess; address: string }> {
  const { server, ready } = start();
  const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => Promise.reject(new Error('not ready in time')));
  return { server, address: await Promise.race([ready, late]) };
}

/** How many unions and members each demo district has. */
async function totals(address: string): Promise<Record<string, unknown>> {
  const counted = DEMO_DISTRICTS.map(async (district) => {
    const client = new Client(address, await token(district));
    const { members, organizations } = await client.query(
      '{ members(first: 1) { totalCount } organizations(first: 1) { totalCount } }',
    );
    return [district, { members: members.totalCount, organizations: organizations.totalCount }] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

describe('a server killed with SIGKILL', () => {
  let whole: Record<string, unknown>;

  test('while creating, migrating or seeding starts again and fills every district', async () => {
    const seed = Number(process.env.LIANXIN_TEST_SEED ?? Date.now() % 1_000_000);
    process.stderr.write(`  LIANXIN_TEST_SEED=${seed}\n`);
    const next = random(seed);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { server } = start();
      await sleep(200 + next() * 2_300);
      expect(server.exitCode).toBeNull();
      await ended(server, 'SIGKILL');
    }
    const { address } = await startReady();
    whole = await totals(address);
    for (const district of Object.values(whole)) {
      expect(district).toEqual({ members: expect.any(Number), organizations: expect.any(Number) });
      expect(Object.values(district as object).every((total) => total > 0)).toBe(true);
    }
  }, 120_000);

  test('while serving starts again within seconds, with everything as it was', async () => {
    for (let round = 0; round < 2; round += 1) {
      await ended(running!, 'SIGKILL');
      const began = performance.now();
      const { address } = await startReady();
      process.stderr.write(`  ready again after ${Math.round(performance.now() - began)} ms\n`);
      expect(await totals(address)).toEqual(whole);
    }
    await ended(running!, 'SIGTERM');
  }, 60_000);
});
