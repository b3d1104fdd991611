import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
/** A lock file without a readable owner is being written this very moment, or its writer died doing so. */
const UNREADABLE_AFTER_MS = 2_000;
/** Nothing done under the lock lasts longer: initdb takes a second, starting is bounded by a minute. */
const ABANDONED_AFTER_MS = 300_000;
const GIVE_UP_AFTER_MS = 180_000;
/**
 * Names a live process so that a later process with the same number is not taken for it: in a restarted container the
 * same small numbers come back every time. `undefined` when the process is gone (a zombie is gone).
 */
export function markOf(pid) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        if (error.code !== 'EPERM')
            return undefined;
    }
    if (process.platform !== 'linux')
        return `${pid}`;
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return fields[0] === 'Z' ? undefined : `${pid}@${fields[19]}`;
    }
    catch {
        return undefined;
    }
}
function isLiveMark(mark) {
    const pid = Number.parseInt(mark, 10);
    return pid > 0 && markOf(pid) === mark;
}
/** Runs the action while no other process of this machine (and no other call in this process) holds the same file. */
export async function withLock(file, action, onWait) {
    const content = `${markOf(process.pid) ?? process.pid} ${randomBytes(6).toString('hex')}`;
    await acquire(file, content, onWait);
    try {
        return await action();
    }
    finally {
        if ((await readOrEmpty(file)) === content)
            await rm(file, { force: true });
    }
}
async function acquire(file, content, onWait) {
    const deadline = Date.now() + GIVE_UP_AFTER_MS;
    let waiting = false;
    for (;;) {
        try {
            await writeFile(file, content, { flag: 'wx' });
            return;
        }
        catch (error) {
            if (error.code !== 'EEXIST')
                throw error;
        }
        const held = await readOrEmpty(file);
        if (await isStale(file, held)) {
            await takeAway(file, held);
            continue;
        }
        if (Date.now() > deadline)
            throw new Error(`waited too long for ${file}, held by process ${held.split(' ')[0]}`);
        if (!waiting)
            onWait();
        waiting = true;
        await sleep(25);
    }
}
async function isStale(file, held) {
    const age = await stat(file).then((found) => Date.now() - found.mtimeMs, () => 0);
    if (held === '')
        return age > UNREADABLE_AFTER_MS;
    return age > ABANDONED_AFTER_MS || !isLiveMark(held.split(' ')[0] ?? '');
}
/** Renames before deleting: of two processes that both found the lock stale, the slower must not delete the new lock of the faster. */
async function takeAway(file, expected) {
    const aside = `${file}.${randomBytes(6).toString('hex')}`;
    try {
        await rename(file, aside);
    }
    catch {
        return;
    }
    const taken = await readOrEmpty(aside);
    if (taken !== expected)
        await writeFile(file, taken, { flag: 'wx' }).catch(() => undefined);
    await rm(aside, { force: true });
}
async function readOrEmpty(file) {
    return readFile(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    });
}
const NOTE = 'user-';
/** Notes that this process uses the server; the returned function takes the note back and tells whether others remain. */
export async function registerUser(folder) {
    const note = join(folder, `${NOTE}${process.pid}-${randomBytes(6).toString('hex')}`);
    await writeFile(note, markOf(process.pid) ?? `${process.pid}`);
    return async () => {
        await rm(note, { force: true });
        let othersRemain = false;
        for (const name of await readdir(folder)) {
            if (!name.startsWith(NOTE))
                continue;
            if (isLiveMark(await readOrEmpty(join(folder, name))))
                othersRemain = true;
            else
                await rm(join(folder, name), { force: true });
        }
        return { othersRemain };
    };
}
//# sourceMappingURL=embedded-lock.js.map