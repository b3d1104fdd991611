import type { ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, EmbeddedDatabaseError, findBinaries } from './embedded-binaries.js';
import {
  endOfLog,
  initialise,
  isInitialised,
  launch,
  type RunningServer,
  runningServer,
  SUPERUSER,
  shutDown,
  turnLog,
} from './embedded-cluster.js';
import { choosePlace, type Place, readOrCreatePassword } from './embedded-home.js';
import { registerUser, withLock } from './embedded-lock.js';

export { EmbeddedDatabaseError, unsupportedPlatform } from './embedded-binaries.js';

const DATABASE = 'lianxin';
/** Includes crash recovery after a power failure. */
const START_PATIENCE_MS = 60_000;
/** SQLSTATE of a server that is starting, stopping or has no connection free. */
const ASK_AGAIN = new Set(['57P01', '57P02', '57P03', '53300']);
/** Backends of a killed server need a moment to notice; another program may take the port between our look and our use. */
const TRY_AGAIN = /pre-existing shared memory block|Address already in use|could not create any TCP\/IP sockets/;

export interface EmbeddedOptions {
  /** The data home; the server's files go to `postgres` in it. See choosePlace for what happens as root. */
  readonly home: string;
  /** For tests: commits of the last moments may be lost when the server is killed, everything when the machine fails. */
  readonly ephemeral?: boolean;
  /** Counts for a server started by this call, not for one that runs already. */
  readonly maxConnections?: number;
  /** One short sentence per step that takes time or that the operator has to know. */
  readonly onProgress?: (step: string) => void;
}

export interface EmbeddedServer {
  /** Superuser connection to the database `lianxin`, with the password. */
  readonly url: string;
  readonly port: number;
  /** False when a running server was found: of another process, or left over by one that was killed. */
  readonly startedHere: boolean;
  /** Where the files really are: `home/postgres`, or the folder that choosePlace fell back to. */
  readonly directory: string;
  /**
   * This user of the server is done. The last one shuts it down and waits for the end, whoever started it: otherwise a
   * short command would take the database away from a long one, and a server left over by a kill would never end.
   */
  stop(): Promise<void>;
}

interface Settings {
  readonly place: Place;
  readonly password: string;
  readonly ephemeral: boolean;
  readonly maxConnections: number;
  readonly onProgress: (step: string) => void;
  /** Asked for only when something has to be started. */
  readonly binaries: () => Promise<Binaries>;
}

/**
 * A PostgreSQL server of our own on the data home: started, or found running and shared. Works as root and as an
 * ordinary user, on a home whose last process or server was killed, and from several processes at once.
 *
 * @throws EmbeddedDatabaseError with a cure
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { ephemeral = false, maxConnections = 100, onProgress = () => undefined } = options;
  const place = await choosePlace(resolve(options.home), ephemeral, onProgress);
  const lock = join(place.directory, 'lock');
  const waiting = () => onProgress('waiting for another process that is starting or stopping the database');
  let found: Promise<Binaries> | undefined;
  const binaries = () => {
    found ??= findBinaries(place.directory, place.account);
    return found;
  };

  return withLock(
    lock,
    async () => {
      const initialised = await isInitialised(place);
      const password = await readOrCreatePassword(place.directory, initialised);
      if (!initialised) {
        onProgress('creating the database cluster (first start only)');
        await initialise(place, await binaries(), password, !ephemeral);
      }
      const server = await bringUp({ place, password, ephemeral, maxConnections, onProgress, binaries });
      const unregister = await registerUser(place.directory);
      let stopping: Promise<void> | undefined;
      const stop = () =>
        withLock(
          lock,
          async () => {
            if (!(await unregister()).othersRemain) await shutDown(place, binaries);
          },
          waiting,
        );
      return {
        url: connectionUrl(server.port, password, DATABASE),
        port: server.port,
        startedHere: server.startedHere,
        directory: place.directory,
        stop: () => {
          stopping ??= stop();
          return stopping;
        },
      };
    },
    waiting,
  );
}

/** Watches the data folder until a server on it answers, and starts one whenever none is there. */
async function bringUp(settings: Settings): Promise<{ port: number; startedHere: boolean }> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let child: ChildProcess | undefined;
  for (;;) {
    const server = await runningServer(settings.place);
    if (server?.ready && (await answers(server, settings.password))) {
      const startedHere = server.pid === child?.pid;
      return { port: server.port, startedHere };
    }
    if (!server && (!child || hasEnded(child))) {
      if (child) await allowAnotherTry(settings.place);
      else await announceStart(settings);
      child = await launch(settings.place, await settings.binaries(), settings);
    }
    if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        `PostgreSQL in ${settings.place.directory} does not answer after ${START_PATIENCE_MS / 1000} s (${await endOfLog(settings.place)}).`,
        'If it is recovering from a crash, wait and start again.',
      );
    }
    await sleep(10);
  }
}

async function announceStart({ onProgress, place }: Settings): Promise<void> {
  onProgress('starting PostgreSQL');
  await turnLog(place);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function allowAnotherTry(place: Place): Promise<void> {
  const reason = await endOfLog(place);
  if (!TRY_AGAIN.test(reason)) {
    throw new EmbeddedDatabaseError(`PostgreSQL in ${place.directory} does not start (${reason}).`);
  }
  await turnLog(place);
  await sleep(100);
}

/** Whether the server accepts connections; creates the database on the way when the cluster is new. */
async function answers(server: RunningServer, password: string): Promise<boolean> {
  try {
    await query(connectionUrl(server.port, password, DATABASE), 'select 1');
    return true;
  } catch (error) {
    const isAnswer = error instanceof pg.DatabaseError;
    if (!isAnswer || ASK_AGAIN.has(error.code ?? '')) return false;
    if (error.code !== '3D000')
      throw new EmbeddedDatabaseError(`PostgreSQL refused our connection (${String(error)}).`);
  }
  await query(connectionUrl(server.port, password, 'postgres'), `create database ${DATABASE} encoding 'UTF8'`);
  return true;
}

async function query(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while it is being closed reports it as an event.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function connectionUrl(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}
