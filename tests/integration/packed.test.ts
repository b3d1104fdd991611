import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly bin: Record<string, string>;
  readonly exports: Record<string, string | Record<string, string>>;
};

/** Files below a folder, as paths of the package. */
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

let packed: ReadonlySet<string>;

beforeAll(() => {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 16 * 1024 * 1024,
  });
  const [{ files }] = JSON.parse(told) as [{ files: { path: string }[] }];
  packed = new Set(files.map(({ path }) => path));
});

describe('the package of the platform', () => {
  test('holds what it exports, for every module', () => {
    const modules = readdirSync('src/modules', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const wanted = [...targets, ...Object.values(manifest.bin)].flatMap((target) =>
      target.includes('*') ? modules.map(({ name }) => target.replace('*', name)) : [target],
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.map((target) => target.replace(/^\.\//, '')).filter((target) => !packed.has(target))).toEqual([]);
  });

  test('holds its migrations, the template of a plugin, and the graph with its changelog', () => {
    const wanted = [...below('migrations'), ...below('templates'), 'schema.graphql', 'schema.changelog.json'];
    expect(wanted.filter((file) => !packed.has(file))).toEqual([]);
  });

  test('is built before it is packed, and holds no tests and nothing that an installation has written', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(scripts.prepack).toBe(scripts.prelianxin);
    const strange = /^(tests|src|\.lianxin|data|node_modules)\/|^dist\/.*\/tests\/|\.env$/;
    expect([...packed].filter((file) => strange.test(file))).toEqual([]);
  });
});
