import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Owners } from '../kernel/graphql/history/owners.js';
import type { SchemaVersion } from '../kernel/graphql/history/changelog.js';

const run = promisify(execFile);
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Every committed version of the graph on the way to the commit that is checked out, oldest first, read from git.
 * Throws when there is no git here, or only a part of the history: a changelog of a part would be wrong.
 */
export async function committedVersions(folder: string, schema: string, owners: string): Promise<SchemaVersion[]> {
  const shallow = (await git(folder, 'rev-parse', '--is-shallow-repository')).trim();
  if (shallow === 'true') {
    throw new Error("This clone has only a part of the history; fetch the rest first: 'git fetch --unshallow'.");
  }
  const log = await git(folder, 'log', '--first-parent', '--reverse', '--format=%H %ct', '--', schema);
  const versions: SchemaVersion[] = [];
  for (const line of log.split('\n').filter(Boolean)) {
    const [commit = '', seconds] = line.split(' ');
    const sdl = await fileAt(folder, commit, schema);
    if (sdl === undefined) continue;
    versions.push({
      commit,
      at: new Date(Number(seconds) * 1_000).toISOString(),
      sdl,
      owners: JSON.parse((await fileAt(folder, commit, owners)) ?? '{}') as Owners,
    });
  }
  return versions;
}

/** A file as a commit has it; `undefined` when it has none. */
async function fileAt(folder: string, commit: string, file: string): Promise<string | undefined> {
  const listed = await git(folder, 'ls-tree', '--name-only', commit, '--', file);
  return listed.trim() === '' ? undefined : git(folder, 'show', `${commit}:./${file}`);
}

async function git(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: MAX_BYTES });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    const why = code === 'ENOENT' ? 'git is not installed' : (stderr ?? '').trim().split('\n')[0];
    throw new Error(`The history of the graph cannot be read: ${why}`, { cause: error });
  }
}
