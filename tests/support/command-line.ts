import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { runCommandLine } from '../../src/command-line.js';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { aloneOnServer } from '../../src/testing/databases.js';
import { until } from './waiting.js';

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  /** On standard output. */
  readonly said: string;
  /** On standard error. */
  readonly complained: string;
}

/** Where a command is given, beyond what is so for the whole test run. */
export interface Surroundings {
  /** The database of the installation. */
  readonly database?: DatabaseUrls;
  readonly env?: NodeJS.ProcessEnv;
  /** The folder; that of the platform by default. */
  readonly from?: string;
}

const built = join(process.cwd(), 'dist/main.js');

/**
 * Gives a command of `lianxin` in this process: a tenth of the price of a process. It has an environment, a folder and
 * streams as a process of its own would, but modules that it imports stay: a plugin that changes needs another file. Fails
 * when the command leaves something open that would have kept its process from ending.
 */
export async function lianxin(words: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { from = process.cwd() } = surroundings;
  return alone(surroundings, async () => {
    const [said, complained] = [new Collector(), new Collector()];
    const restore = [
      put('stdout', said),
      put('stderr', complained),
      put('env', environmentOf(surroundings)),
      wentTo(from),
    ];
    const before = openResources();
    try {
      const code = await runCommandLine(words);
      await until(() => leftOpen(before).length === 0).catch(() => {
        throw new Error(`lianxin ${words.join(' ')} left open: ${leftOpen(before).join(', ')}`);
      });
      return { code, said: said.text, complained: complained.text };
    } finally {
      for (const back of restore) back();
    }
  });
}

/** Gives a command in a process of its own, as the command line is built: for what only a process shows. */
export async function lianxinProcess(words: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  if (!existsSync(built)) throw new Error('dist/main.js is missing: npm test builds it, or run npm run build');
  const options = { cwd: surroundings.from ?? process.cwd(), env: environmentOf(surroundings) };
  return alone(
    surroundings,
    () =>
      new Promise((resolve) => {
        execFile(process.execPath, [built, ...words], options, (error, said, complained) =>
          resolve({ code: Number(error?.code ?? 0), said, complained }),
        );
      }),
  );
}

/** Most commands see to the roles first. These belong to the whole server, and two processes cannot alter them at once. */
function alone<T>({ database }: Surroundings, work: () => Promise<T>): Promise<T> {
  return database ? aloneOnServer(work) : work();
}

function environmentOf({ database, env, from = process.cwd() }: Surroundings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // As npm gives it to what it runs.
    INIT_CWD: from,
    LIANXIN_HOME: join(process.env.LIANXIN_TEST_HOME ?? '', 'installation'),
    ...(database && {
      DATABASE_URL: database.owner,
      DATABASE_APP_URL: database.app,
      DATABASE_JOBS_URL: database.jobs,
    }),
    ...env,
  };
}

class Collector extends Writable {
  text = '';

  constructor() {
    super({ decodeStrings: false });
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}

/** Puts a value in the place of what the process has under a name; answers how to bring that back. */
function put(name: 'stdout' | 'stderr' | 'env', value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(process, name)!;
  Object.defineProperty(process, name, { configurable: true, enumerable: true, writable: true, value });
  return () => void Object.defineProperty(process, name, before);
}

function wentTo(folder: string): () => void {
  const before = process.cwd();
  process.chdir(folder);
  return () => process.chdir(before);
}

/** How many of each kind of thing keep this process alive: sockets, timers, servers, children. */
function openResources(): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) open.set(kind, (open.get(kind) ?? 0) + 1);
  return open;
}

/** Kinds of which there are more now. What is waiting for its turn, as the one who asks, ends by itself. */
function leftOpen(before: ReadonlyMap<string, number>): string[] {
  return [...openResources()]
    .filter(([kind, now]) => now > (before.get(kind) ?? 0) && !/^(Immediate|TickObject|.*Req.*)$/.test(kind))
    .map(([kind]) => kind);
}
