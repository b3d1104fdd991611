import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_DISTRICTS } from '../../src/demo/seed.js';
import { issueDemoToken } from '../../src/modules/access/index.js';
import { Client } from '../../src/testing/client.js';
import { LONG, randomOf, rounds } from '../support/size.js';

const SCALE = LONG ? '1:100' : '1:1000';
const PATIENCE_MS = 90_000;
/** What the server says when it begins with something. A database that is there already is not created or started again. */
const STAGES = [
  /^creating the database cluster/m,
  /^(starting PostgreSQL|migrated: |\d{6} )/m,
  /^\d{6} .*: (organizations|grids|unions|members) of/m,
];
const main = join(process.cwd(), 'dist/main.js');

let home: string;
let running: ChildProcess | undefined;

beforeAll(() => {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: npm test builds it, or run npm run build');
  home = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-killed-')));
  chmodSync(home, 0o711);
});

afterAll(async () => {
  if (running) await ended(running, 'SIGTERM');
  rmSync(home, { recursive: true, force: true });
});

const environment = () => ({
  ...process.env,
  NODE_OPTIONS: '',
  LIANXIN_HOME: home,
  PORT: '0',
  LIANXIN_LOG_LEVEL: 'silent',
});

/** Starts the server; resolves with what it says first that fits. */
function startUntil(said: RegExp): { server: ChildProcess; reached: Promise<RegExpExecArray> } {
  const server = spawn(process.execPath, [main, 'serve', '--demo', '--scale', SCALE], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const reached = new Promise<RegExpExecArray>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        output += bytes.toString();
        const found = said.exec(output);
        if (found) resolve(found);
      });
    }
    server.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal}):\n${output}`)));
  });
  running = server;
  const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => Promise.reject(new Error(`late:\n${output}`)));
  return { server, reached: Promise.race([reached, late]) };
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await exit;
}

/** Starts the server, waits until it is ready and answers its address. */
async function startReady(): Promise<string> {
  const [, address] = await startUntil(/^ready (http:\/\/\S+?)\/?(\s|$)/m).reached;
  return address!;
}

/** How many unions and members each demo district has. */
async function totals(address: string): Promise<Record<string, unknown>> {
  const counted = DEMO_DISTRICTS.map(async (district) => {
    const client = new Client(address, await issueDemoToken(home, district, 'administrator'));
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
    const random = randomOf('killed-server');
    for (let round = 0; round < rounds(STAGES.length, 4 * STAGES.length); round += 1) {
      const { server, reached } = startUntil(STAGES[round % STAGES.length]!);
      await reached;
      await sleep(random.integer(500));
      expect(server.exitCode).toBeNull();
      await ended(server, 'SIGKILL');
    }
    const address = await startReady();
    whole = await totals(address);
    for (const district of Object.values(whole)) {
      expect(district).toEqual({ members: expect.any(Number), organizations: expect.any(Number) });
      expect(Object.values(district as object).every((total) => total > 0)).toBe(true);
    }
  }, 360_000);

  test('while serving starts again within seconds, with everything as it was', async () => {
    for (let round = 0; round < rounds(1, 4); round += 1) {
      await ended(running!, 'SIGKILL');
      const began = performance.now();
      const address = await startReady();
      process.stderr.write(`  ready again after ${Math.round(performance.now() - began)} ms\n`);
      expect(await totals(address)).toEqual(whole);
    }
    await ended(running!, 'SIGTERM');
  }, 360_000);
});
