import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDatabaseError, run, serverEnvironment } from './embedded-binaries.js';
import { markOf } from './embedded-lock.js';
export const SUPERUSER = 'postgres';
const STOP_PATIENCE_MS = 30_000;
export function dataFolder(place) {
    return join(place.directory, 'data');
}
export async function isInitialised(place) {
    const files = ['PG_VERSION', 'global/pg_control', 'postgresql.conf'].map((name) => stat(join(dataFolder(place), name)));
    return Promise.all(files).then(() => true, () => false);
}
/**
 * Creates the cluster in a folder of another name and renames it when it is complete, so `data` is a whole cluster or
 * absent. A `data` that is neither (restored by halves, say) is kept under another name, never deleted.
 */
export async function initialise(place, binaries, password, sync) {
    for (const name of await readdir(place.directory)) {
        // An initdb that outlived its parent may still be writing there; what resists is removed at a later first start.
        if (name.startsWith('data.new-')) {
            await rm(join(place.directory, name), { recursive: true, force: true }).catch(() => undefined);
        }
    }
    const unfinished = join(place.directory, `data.new-${process.pid}-${Date.now()}`);
    const passwordFile = `${unfinished}.password`;
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (place.account) {
        for (const path of [unfinished, passwordFile])
            await chown(path, place.account.uid, place.account.gid);
    }
    const args = [`--pgdata=${unfinished}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--no-instructions'];
    args.push('--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C');
    args.push('--auth=scram-sha-256', ...(sync ? [] : ['--no-sync']));
    const { ok, output } = await run(binaries.initdb, args, { account: place.account, cwd: place.directory });
    await rm(passwordFile, { force: true });
    if (!ok) {
        await rm(unfinished, { recursive: true, force: true });
        throw new EmbeddedDatabaseError(`The database cluster could not be created (${output.slice(-600)}).`);
    }
    await rename(dataFolder(place), `${dataFolder(place)}.incomplete-${Date.now()}`).catch((error) => {
        if (error.code !== 'ENOENT')
            throw error;
    });
    await rename(unfinished, dataFolder(place));
}
/**
 * The server that runs on this data folder, if any. After a SIGKILL, and more so after the restart of a container,
 * postmaster.pid may name a process that is something else by now: PostgreSQL would refuse to start, so such a file is
 * removed. A file whose process is gone is left to PostgreSQL, which removes it only after checking that no orphaned
 * backend still uses the shared memory named in it.
 */
export async function runningServer(place) {
    const file = join(dataFolder(place), 'postmaster.pid');
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    const pid = Number(lines[0]);
    if (!(pid > 0) || !isAlive(pid))
        return undefined;
    if (await servesFolder(pid, dataFolder(place))) {
        return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
    }
    // Looked at again, because in between the server may have ended and given its number to nobody.
    if (isAlive(pid))
        await rm(file, { force: true });
    return undefined;
}
/** Zombies count as alive here: PostgreSQL itself looks no closer than this. */
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
async function servesFolder(pid, data) {
    if (process.platform === 'linux') {
        if (markOf(pid) === undefined)
            return false;
        try {
            return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
        }
        catch {
            return false;
        }
    }
    if (process.platform === 'win32') {
        return (await run('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'])).output.includes('postgres');
    }
    return (await run('ps', ['-ww', '-o', 'command=', '-p', `${pid}`])).output.includes(data);
}
/**
 * Starts the server apart from our terminal and our lifetime: Ctrl-C must reach Node alone, which drains its requests
 * before it stops the database. Errors of statements are answered to the client and stay out of the log, because their
 * details hold personal data.
 */
export async function launch(place, binaries, options) {
    const settings = [
        'listen_addresses=127.0.0.1',
        `port=${await choosePort(place)}`,
        'unix_socket_directories=',
        `max_connections=${options.maxConnections}`,
        'log_min_messages=log',
        'log_min_error_statement=panic',
        'log_checkpoints=off',
    ];
    if (options.ephemeral)
        settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
    const log = await open(serverLog(place), 'a', 0o600);
    try {
        const args = ['-D', dataFolder(place), ...settings.flatMap((setting) => ['-c', setting])];
        const child = spawn(binaries.postgres, args, {
            cwd: dataFolder(place),
            env: serverEnvironment(),
            detached: true,
            windowsHide: true,
            stdio: ['ignore', log.fd, log.fd],
            ...place.account,
        });
        child.on('error', () => undefined);
        child.unref();
        return child;
    }
    finally {
        await log.close();
    }
}
function serverLog(place) {
    return join(place.directory, 'server.log');
}
/** The log grows for one run only; that of the run before stays for whoever has to explain a crash. */
export async function turnLog(place) {
    await rename(serverLog(place), `${serverLog(place)}.previous`).catch(() => undefined);
}
/** The end of the log, which says why a server ended. */
export async function endOfLog(place) {
    return (await readFile(serverLog(place), 'utf8').catch(() => '')).trim().slice(-800);
}
/** The port of the last start when it is still free, so that tools keep their connection settings. */
async function choosePort(place) {
    const file = join(place.directory, 'port');
    const kept = Number(await readFile(file, 'utf8').catch(() => '0'));
    const port = (kept > 0 && kept < 65_536 && (await freePort(kept))) || (await freePort(0));
    if (port === undefined)
        throw new EmbeddedDatabaseError('There is no free port on 127.0.0.1.');
    if (port !== kept) {
        await writeFile(`${file}.new`, `${port}`);
        await rename(`${file}.new`, file);
    }
    return port;
}
/** @returns the port when it is free; for 0, any free one */
function freePort(port) {
    return new Promise((done) => {
        const probe = createServer();
        probe.once('error', () => done(undefined));
        probe.listen(port, '127.0.0.1', () => {
            const address = probe.address();
            probe.close(() => done(typeof address === 'object' ? address?.port : undefined));
        });
    });
}
/** Fast shutdown: open transactions are rolled back, everything committed is written, and the process is gone after it. */
export async function shutDown(place, binaries) {
    const server = await runningServer(place);
    if (!server)
        return;
    await signal(server.pid, 'INT', binaries);
    const deadline = Date.now() + STOP_PATIENCE_MS;
    let insisted = false;
    while (markOf(server.pid) !== undefined) {
        if (!insisted && Date.now() > deadline) {
            // Recovers from its log at the next start.
            await signal(server.pid, 'QUIT', binaries);
            insisted = true;
        }
        await sleep(10);
    }
}
async function signal(pid, name, binaries) {
    if (process.platform === 'win32')
        await run((await binaries()).pg_ctl, ['kill', name, `${pid}`]);
    else if (isAlive(pid))
        process.kill(pid, `SIG${name}`);
}
//# sourceMappingURL=embedded-cluster.js.map