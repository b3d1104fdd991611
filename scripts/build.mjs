/**
 * Compiles src/ to dist/ and takes the files along that are read at run time. Plain JavaScript without dependencies,
 * because it runs before anything is built: `npm run build`, and through prepare.mjs before start and test.
 *
 * dist/ is replaced as a whole by a finished build, so a kill half-way leaves the old one or none, never half of one,
 * and the output of a deleted source does not stay.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const source = path.join(root, 'src');
const dist = path.join(root, 'dist');
const STAMP = '.build-stamp';
const ASSETS = new Set(['.sql', '.html', '.css', '.json', '.csv']);
/** Everything in such a folder is served or read as it is. */
const ASSET_FOLDERS = new Set(['public', 'static']);

/** Paths relative to src/ of everything but tests, sorted. */
function sourceFiles(folder = '') {
  const found = [];
  for (const entry of fs.readdirSync(path.join(source, folder), { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'tests') found.push(...sourceFiles(name));
    } else if (!/\.test\.ts$/.test(entry.name)) found.push(name);
  }
  return found.sort();
}

function isAsset(file) {
  if (/\.tsx?$/.test(file)) return false;
  return (
    ASSETS.has(path.extname(file)) ||
    path
      .dirname(file)
      .split(path.sep)
      .some((part) => ASSET_FOLDERS.has(part))
  );
}

/** Of names, sizes and times: reading every file would take longer than the rest of an `npm start` that builds nothing. */
function fingerprint() {
  const hash = createHash('sha256');
  const others = ['tsconfig.json', 'package-lock.json', 'scripts/build.mjs'];
  for (const file of [...sourceFiles().map((name) => path.join('src', name)), ...others]) {
    const { size, mtimeMs } = fs.statSync(path.join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

export function isStale() {
  try {
    const built = fs.readFileSync(path.join(dist, STAMP), 'utf8');
    const hasMain = fs.existsSync(path.join(dist, 'main.js')) || !fs.existsSync(path.join(source, 'main.ts'));
    return built !== fingerprint() || !hasMain;
  } catch {
    return true;
  }
}

function compile(target) {
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '-p', path.join(root, 'tsconfig.json'), '--outDir', target];
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
}

function copyAssets(target) {
  for (const file of sourceFiles().filter(isAsset)) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    fs.copyFileSync(path.join(source, file), path.join(target, file));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Folders that killed builds left behind. */
function removeRemains() {
  for (const name of fs.readdirSync(root)) {
    const [, pid] = /^dist\.(?:new|old)-(\d+)$/.exec(name) ?? [];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      fs.rmSync(path.join(root, name), { recursive: true, force: true });
    }
  }
}

/** A folder cannot replace another in one step; another build may put its own there between our two. */
function putInPlace(finished) {
  const old = `${dist}.old-${process.pid}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (fs.existsSync(dist)) fs.renameSync(dist, old);
      fs.renameSync(finished, dist);
      break;
    } catch (error) {
      if (attempt === 5) throw error;
      fs.rmSync(old, { recursive: true, force: true });
    }
  }
  fs.rmSync(old, { recursive: true, force: true });
}

/** @returns whether it succeeded; the compiler has told why not on stderr */
function build() {
  removeRemains();
  const target = `${dist}.new-${process.pid}`;
  // Taken before compiling: a file saved meanwhile makes the result stale instead of being missed.
  const stamp = fingerprint();
  if (!compile(target)) {
    fs.rmSync(target, { recursive: true, force: true });
    return false;
  }
  copyAssets(target);
  const main = path.join(target, 'main.js');
  if (fs.existsSync(main)) fs.chmodSync(main, 0o755);
  fs.writeFileSync(path.join(target, STAMP), stamp);
  putInPlace(target);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  if (!build()) {
    process.stderr.write('lianxin: the build failed; dist/ was left as it was.\n');
    process.exitCode = 1;
  }
}
