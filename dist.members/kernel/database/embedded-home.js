import { createHash, randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedDatabaseError, run } from './embedded-binaries.js';
const isRoot = () => process.getuid?.() === 0;
const ownedByOthers = 'Start as that user (or as root), or choose another data home.';
/**
 * Normally `home/postgres`. As root, when the unprivileged account cannot get there (home under /root), a folder
 * derived from the path of home, in this order:
 *
 * 1. /var/lib: survives reboots; where it is not writable
 * 2. /var/tmp: survives reboots, but some systems remove what was not touched for 30 days
 * 3. the temporary folder: may be emptied at a reboot; the first choice only for ephemeral servers.
 *
 * `home/postgres/location` then names the folder, so that later starts find it whatever TMPDIR and the modes say then.
 */
export async function choosePlace(home, ephemeral, onProgress) {
    const beside = join(await createFolders(home), 'postgres');
    await createFolders(beside);
    const dataOwner = await ownerOf(join(beside, 'data'));
    if (!isRoot()) {
        if (dataOwner && process.getuid && dataOwner.uid !== process.getuid()) {
            throw new EmbeddedDatabaseError(`The database in ${beside} belongs to user ${dataOwner.uid}.`, ownedByOthers);
        }
        if (await elsewhere(beside)) {
            throw new EmbeddedDatabaseError(`The database of ${home} was created by root.`, ownedByOthers);
        }
        return { directory: beside, account: undefined };
    }
    if (dataOwner)
        return inPlace(beside, dataOwner.uid === 0 ? await unprivilegedAccount() : dataOwner);
    const known = await elsewhere(beside);
    if (known && (await ownerOf(known))) {
        return { directory: known, account: (await ownerOf(join(known, 'data'))) ?? (await unprivilegedAccount()) };
    }
    if (known)
        onProgress(`the database files in ${known} are gone (temporary folder emptied?), creating an empty one`);
    const account = await unprivilegedAccount();
    if (await canReach(beside, account))
        return { directory: beside, account };
    return { directory: await createFallback(beside, ephemeral, account, onProgress), account };
}
/** Existing data is never left behind silently for an empty database somewhere else. */
async function inPlace(directory, account) {
    if (await canReach(directory, account))
        return { directory, account };
    throw new EmbeddedDatabaseError(`User ${account.uid}, who runs the database, cannot reach ${directory}.`, 'Allow it to pass (chmod o+x) every folder on that path.');
}
async function createFallback(beside, ephemeral, account, onProgress) {
    const name = `lianxin-${createHash('sha256').update(dirname(beside)).digest('hex').slice(0, 16)}`;
    const lasting = process.platform === 'win32' ? [] : ['/var/lib', '/var/tmp'];
    for (const parent of ephemeral ? [tmpdir(), ...lasting] : [...lasting, tmpdir()]) {
        const base = await realpath(parent).catch(() => undefined);
        if (!base || !(await canReach(base, account)))
            continue;
        const folder = join(base, name);
        const created = await mkdir(folder).then(() => true, (error) => error.code === 'EEXIST');
        if (!created)
            continue;
        await refuseForeign(folder);
        await chmod(folder, 0o711);
        await writeFile(join(beside, 'location'), folder);
        onProgress(`user ${account.uid} cannot reach ${beside}; the database files are in ${folder}`);
        return folder;
    }
    throw new EmbeddedDatabaseError(`No folder was found that user ${account.uid} can reach.`);
}
/** The name can be foreseen and the temporary folder is everybody's: use what is really ours, never a planted link. */
async function refuseForeign(folder) {
    const found = await lstat(folder);
    if (found.isDirectory() && found.uid === 0)
        return;
    throw new EmbeddedDatabaseError(`${folder} is in the way and does not belong to root.`, 'Remove it.');
}
async function elsewhere(beside) {
    return (await readFile(join(beside, 'location'), 'utf8').catch(() => '')).trim() || undefined;
}
async function ownerOf(path) {
    return stat(path).then(({ uid, gid }) => ({ uid, gid }), () => undefined);
}
/** Folders made by root are passable (not listable) whatever the umask, or the account could not reach its data. */
async function createFolders(path) {
    const first = await mkdir(path, { recursive: true });
    if (first !== undefined && isRoot()) {
        for (let made = path; made.length >= first.length; made = dirname(made))
            await chmod(made, 0o711);
    }
    return realpath(path);
}
/** By the mode bits; a spawned process keeps no supplementary groups. */
async function canReach(directory, account) {
    for (let folder = directory;; folder = dirname(folder)) {
        const { uid, gid, mode } = await stat(folder);
        const passable = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
        if ((mode & passable) === 0)
            return false;
        if (folder === dirname(folder))
            return true;
    }
}
async function unprivilegedAccount() {
    for (const name of ['postgres', 'nobody']) {
        const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
        if (user.ok && group.ok)
            return { uid: Number(user.output), gid: Number(group.output) };
    }
    throw new EmbeddedDatabaseError('PostgreSQL does not run as root and there is no user postgres or nobody.');
}
/** The superuser's password, made once before the cluster it protects, so that no kill can separate the two. */
export async function readOrCreatePassword(directory, clusterExists) {
    const file = join(directory, 'password');
    const kept = await readFile(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    });
    if (kept !== '')
        return kept;
    if (clusterExists) {
        throw new EmbeddedDatabaseError(`${file} is missing.`, 'Restore it together with the data folder beside it.');
    }
    const password = randomBytes(24).toString('base64url');
    await writeFile(`${file}.new`, password, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return password;
}
//# sourceMappingURL=embedded-home.js.map