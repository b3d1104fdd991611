import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { committedVersions } from '../../src/commands/schema-versions.js';

describe('the versions of the graph in git', () => {
  const root = mkdtempSync(join(tmpdir(), 'lianxin-versions-'));
  const folder = join(root, 'repository');

  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], {
      stdio: 'pipe',
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-21T08:00:00+08:00' },
    });
  const commit = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    git('add', '.');
    git('commit', '--quiet', '-m', 'a change');
  };
  const versions = (of = folder) => committedVersions(of, 'schema.graphql', 'owners.json');

  beforeAll(() => {
    mkdirSync(folder);
    git('init', '--quiet');
    commit({ 'schema.graphql': 'scalar A' });
    commit({ 'other.txt': 'nothing of the graph' });
    git('rm', '--quiet', 'schema.graphql');
    git('commit', '--quiet', '-m', 'gone for a while');
    commit({ 'schema.graphql': 'scalar B', 'owners.json': '{ "A": "first" }' });
    writeFileSync(join(folder, 'schema.graphql'), 'scalar C');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('are those that were committed, oldest first, with the owners known then', async () => {
    const found = await versions();
    expect(found.map(({ sdl, owners, at }) => ({ sdl, owners, at }))).toEqual([
      { sdl: 'scalar A', owners: {}, at: '2026-11-21T00:00:00.000Z' },
      { sdl: 'scalar B', owners: { A: 'first' }, at: '2026-11-21T00:00:00.000Z' },
    ]);
    expect(found.every((version) => /^[0-9a-f]{40}$/.test(version.commit ?? ''))).toBe(true);
  });

  test('are found below the top of a repository as well', async () => {
    mkdirSync(join(folder, 'below'));
    commit({ 'below/schema.graphql': 'scalar D' });
    expect((await versions(join(folder, 'below'))).map(({ sdl }) => sdl)).toEqual(['scalar D']);
  });

  test('are refused where git has only a part of them, or there is no git', async () => {
    const shallow = join(root, 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, shallow], { stdio: 'pipe' });
    await expect(versions(shallow)).rejects.toThrow('git fetch --unshallow');
    await expect(versions(root)).rejects.toThrow('not a git repository');
  });
});
