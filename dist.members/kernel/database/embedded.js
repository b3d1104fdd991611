import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedDatabaseError, findBinaries } from './embedded-binaries.js';
import { endOfLog, initialise, isInitialised, launch, runningServer, SUPERUSER, shutDown, turnLog, } from './embedded-cluster.js';
import { choosePlace, readOrCreatePassword } from './embedded-home.js';
import { registerUser, withLock } from './embedded-lock.js';
export { EmbeddedDatabaseError, unsupportedPlatform } from './embedded-binaries.js';
const DATABASE = 'lianxin';
/** Includes crash recovery after a power failure. */
const START_PATIENCE_MS = 60_000;
/** SQLSTATE of a server that is starting, stopping or has no connection free. */
const ASK_AGAIN = new Set(['57P01', '57P02', '57P03', '53300']);
/** Backends of a killed server need a moment to notice; another program may take the port between our look and our use. */
const TRY_AGAIN = /pre-existing shared memory block|Address already in use|could not create any TCP\/IP sockets/;
/**
 * A PostgreSQL server of our own on the data home: started, or found running and shared. Works as root and as an
 * ordinary user, on a home whose last process or server was killed, and from several processes at once.
 *
 * @throws EmbeddedDatabaseError with a cure
 */
export async function startEmbedded(options) {
    const { ephemeral = false, maxConnections = 100, onProgress = () => undefined } = options;
    const place = await choosePlace(resolve(options.home), ephemeral, onProgress);
    const lock = join(place.directory, 'lock');
    const waiting = () => onProgress('waiting for another process that is starting or stopping the database');
    let found;
    const binaries = () => {
        found ??= findBinaries(place.directory, place.account);
        return found;
    };
    return withLock(lock, async () => {
        const initialised = await isInitialised(place);
        const password = await readOrCreatePassword(place.directory, initialised);
        if (!initialised) {
            onProgress('creating the database cluster (first start only)');
            await initialise(place, await binaries(), password, !ephemeral);
        }
        const server = await bringUp({ place, password, ephemeral, maxConnections, onProgress, binaries });
        const unregister = await registerUser(place.directory);
        let stopping;
        const stop = () => withLock(lock, async () => {
            if (!(await unregister()).othersRemain)
                await shutDown(place, binaries);
        }, waiting);
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
    }, waiting);
}
/** Watches the data folder until a server on it answers, and starts one whenever none is there. */
async function bringUp(settings) {
    const deadline = Date.now() + START_PATIENCE_MS;
    let child;
    for (;;) {
        const server = await runningServer(settings.place);
        if (server?.ready && (await answers(server, settings.password))) {
            const startedHere = server.pid === child?.pid;
            if (!startedHere)
                settings.onProgress('PostgreSQL is running already, using it');
            return { port: server.port, startedHere };
        }
        if (!server && (!child || hasEnded(child))) {
            if (child)
                await allowAnotherTry(settings.place);
            else
                await announceStart(settings);
            child = await launch(settings.place, await settings.binaries(), settings);
        }
        if (Date.now() > deadline) {
            throw new EmbeddedDatabaseError(`PostgreSQL in ${settings.place.directory} does not answer after ${START_PATIENCE_MS / 1000} s (${await endOfLog(settings.place)}).`, 'If it is recovering from a crash, wait and start again.');
        }
        await sleep(10);
    }
}
async function announceStart({ onProgress, place }) {
    onProgress('starting PostgreSQL');
    await turnLog(place);
}
function hasEnded(child) {
    return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
async function allowAnotherTry(place) {
    const reason = await endOfLog(place);
    if (!TRY_AGAIN.test(reason)) {
        throw new EmbeddedDatabaseError(`PostgreSQL in ${place.directory} does not start (${reason}).`);
    }
    await turnLog(place);
    await sleep(100);
}
/** Whether the server accepts connections; creates the database on the way when the cluster is new. */
async function answers(server, password) {
    try {
        await query(connectionUrl(server.port, password, DATABASE), 'select 1');
        return true;
    }
    catch (error) {
        const isAnswer = error instanceof pg.DatabaseError;
        if (!isAnswer || ASK_AGAIN.has(error.code ?? ''))
            return false;
        if (error.code !== '3D000')
            throw new EmbeddedDatabaseError(`PostgreSQL refused our connection (${String(error)}).`);
    }
    await query(connectionUrl(server.port, password, 'postgres'), `create database ${DATABASE} encoding 'UTF8'`);
    return true;
}
async function query(connectionString, statement) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    // A connection that breaks while it is being closed reports it as an event.
    client.on('error', () => undefined);
    try {
        await client.connect();
        await client.query(statement);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
function connectionUrl(port, password, database) {
    return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}
//# sourceMappingURL=embedded.js.map