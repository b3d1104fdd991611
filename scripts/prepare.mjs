/**
 * Runs before start, test and the command line: makes sure that the dependencies are those of package-lock.json and
 * that dist/ is built from the sources as they are, so that `npm start` is enough after `git clone` or `git pull`.
 * With nothing to do it takes well under 100 ms. Tells everything on stderr: stdout belongs to the command.
 *
 * The syntax is that of old versions of Node on purpose: they shall get as far as the message.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const RUNTIME_NODE = 24;
const LOCK_PATIENCE_MS = 900000;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const lockFile = path.join(root, 'package-lock.json');
const installStamp = path.join(modules, '.lianxin-lock-hash');
const bundledNode = path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const nodeMajor = Number(process.versions.node.split('.')[0]);

class Failure extends Error {}

function say(text) {
  process.stderr.write(`lianxin: ${text}\n`);
}

function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

// ── dependencies ────────────────────────────────────────────────────────────────────────────────────────────────────

function lockHash() {
  return createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
}

/**
 * Whether node_modules is what package-lock.json describes, from the list that npm writes as its last step. Compared by
 * content, because after `git clone`, `git checkout` or a copy the times say nothing.
 */
function matchesLock() {
  try {
    const wanted = JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
    const installed = JSON.parse(fs.readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
    const complete = Object.keys(wanted).every((name) => {
      if (name === '') return true;
      const found = installed[name];
      if (!found) return wanted[name].optional === true || wanted[name].devOptional === true;
      return found.version === wanted[name].version && found.integrity === wanted[name].integrity;
    });
    return complete && Object.keys(installed).every((name) => wanted[name] !== undefined);
  } catch {
    return false;
  }
}

function isInstalled() {
  if (!fs.existsSync(modules)) return false;
  return readOrEmpty(installStamp) === lockHash();
}

/** Somebody ran npm by hand: accept the result when it is right. */
function acceptInstalled() {
  if (!matchesLock()) return false;
  fs.writeFileSync(installStamp, lockHash());
  return true;
}

async function install(lock) {
  say('installing dependencies (first start only) …');
  // First of all, so that an installation killed half-way is taken for none.
  for (const file of [installStamp, path.join(modules, '.package-lock.json')]) fs.rmSync(file, { force: true });
  const options = ['ci', '--include=dev', '--include=optional', '--prefer-offline', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const node = process.env.npm_node_execpath || process.execPath;
  const done = npm
    ? await run(node, [npm, ...options], lock)
    : await run('npm', options, lock, process.platform === 'win32');
  if (!done || !matchesLock()) {
    throw new Failure(
      'the dependencies could not be installed (see above).\n' +
        'Check the network and the npm registry, then start again; or run "npm ci" yourself.',
    );
  }
}

/** npm scripts prefer node_modules/.bin/node; without it (macOS, say) the Node of the machine has to be new enough. */
function missingNode() {
  if (fs.existsSync(bundledNode) || nodeMajor >= RUNTIME_NODE) return undefined;
  return (
    `it runs on Node ${RUNTIME_NODE}, and there is none in node_modules for ${process.platform}-${process.arch}; ` +
    `the machine has ${process.versions.node}.\n` +
    `Install Node ${RUNTIME_NODE} or newer (https://nodejs.org). It comes along only on linux x64 and arm64 with glibc\n` +
    'and on windows x64, and not when optional dependencies are left out (npm ci --omit=optional).'
  );
}

async function checkBundledNode(lock) {
  if (fs.existsSync(bundledNode) && !(await run(runtime(), ['-e', '0'], lock))) {
    throw new Failure(
      `the Node in node_modules does not run on this machine (it needs linux with glibc, or windows x64).\n` +
        `Install Node ${RUNTIME_NODE} or newer, run "npm ci --omit=optional", and set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

function runtime() {
  if (process.platform === 'win32') return process.execPath;
  return fs.existsSync(bundledNode) ? bundledNode : process.execPath;
}

/** The child's process is written into the lock: it goes on when we are killed, and nobody may start beside it. */
function run(program, args, lock, shell = false) {
  return new Promise((done) => {
    const env = Object.assign({}, process.env, { LIANXIN_PREPARING: '1' });
    const child = spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', 'ignore', 'inherit'] });
    if (child.pid) lock.add(child.pid);
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

// ── one at a time ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A live process by number and start time, for numbers are used again; undefined when it is gone. */
function markOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return undefined;
  }
  if (process.platform !== 'linux') return `${pid}`;
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' || fields[0] === 'Z' ? undefined : `${pid}@${fields[19]}`;
}

function sleep(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** In .lianxin, which git ignores and npm leaves alone. */
async function takeLock() {
  const file = path.join(root, '.lianxin', 'prepare.lock');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = randomBytes(6).toString('hex');
  const marks = [markOf(process.pid)];
  const content = () => `${own}\n${marks.join('\n')}\n`;
  const write = () => {
    fs.writeFileSync(`${file}.${own}`, content());
    fs.renameSync(`${file}.${own}`, file);
  };
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (let waited = false; ; waited = true) {
    try {
      fs.writeFileSync(file, content(), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (removeStale(file, own)) continue;
    if (!waited) say('waiting for another start that is installing or building …');
    if (Date.now() > deadline) throw new Failure(`waited too long. If no other start is running, delete ${file}.`);
    await sleep(100);
  }
  return {
    add(pid) {
      marks.push(markOf(pid));
      write();
    },
    release() {
      if (readOrEmpty(file).startsWith(own)) fs.rmSync(file, { force: true });
    },
  };
}

/** Renames before deleting, and looks again: the lock may have become another's since it was read. */
function removeStale(file, own) {
  const seen = readOrEmpty(file);
  const holders = seen.split('\n').slice(1).filter(Boolean);
  if (holders.some((mark) => markOf(Number.parseInt(mark, 10)) === mark)) return false;
  const aside = `${file}.${own}`;
  try {
    if (seen === '' && Date.now() - fs.statSync(file).mtimeMs < 2000) return false;
    fs.renameSync(file, aside);
    const taken = readOrEmpty(aside);
    if (taken !== seen) fs.writeFileSync(file, taken, { flag: 'wx' });
    fs.rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  return true;
}

// ── all of it ───────────────────────────────────────────────────────────────────────────────────────────────────────

async function prepare() {
  const { isStale } = await import('./build.mjs');
  const isReady = () => isInstalled() && !missingNode() && !isStale();
  if (isReady()) return false;
  const lock = await takeLock();
  try {
    if (isReady()) return false;
    if (!isInstalled() && !acceptInstalled()) {
      await install(lock);
      await checkBundledNode(lock);
      fs.writeFileSync(installStamp, lockHash());
    }
    const problem = missingNode();
    if (problem) throw new Failure(problem);
    if (isStale()) {
      say('building …');
      const built = await run(runtime(), [path.join(root, 'scripts', 'build.mjs')], lock);
      if (!built) throw new Failure('the sources do not compile (see above).');
    }
    return true;
  } finally {
    lock.release();
  }
}

async function main() {
  if (process.env.LIANXIN_PREPARING) return;
  if (nodeMajor < OLDEST_NODE) {
    say(
      `it needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}. Install one from https://nodejs.org.`,
    );
    process.exitCode = 1;
    return;
  }
  try {
    const worked = await prepare();
    if (!worked && !process.argv.includes('--quiet')) say('dependencies and build are up to date');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

main();
