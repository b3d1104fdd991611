import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a plugin is at least. */
const PLUGIN = `
import { CONTRACT_VERSION, definePlugin } from 'lianxin/kernel';
export default definePlugin({
  id: 'small', version: '1.2.3', contract: CONTRACT_VERSION, title: { zh: '小', en: 'Small' }, resolvers: [],
});`;

const main = join(process.cwd(), 'dist/main.js');
let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-loading-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a folder; answers its path. */
function written(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(folder, name);
}

/** What the platform as it is built says of its modules, with these plugins named; errors included. */
function modulesWith(plugins: string, cwd = folder): Promise<string> {
  return new Promise((resolve) => {
    const env = { ...process.env, LIANXIN_PLUGINS: plugins, INIT_CWD: '' };
    execFile(process.execPath, [main, 'modules', 'list'], { cwd, env }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

const manifest = (more: object) => JSON.stringify({ name: 'small', type: 'module', ...more });
const called = (id: string) => PLUGIN.replace("'small'", `'${id}'`);

/** Plugins that cannot be had: what is written under that name, and what has to be told. */
const FAULTS: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
  ['./nowhere', {}, /nothing at \S+nowhere\. Correct LIANXIN_PLUGINS/],
  ['./bare', { 'x.txt': '' }, /has no package\.json/],
  ['./broken', { 'package.json': '{' }, /package\.json is no JSON/],
  ['./raw', { 'package.json': '{"main":"dist/x.js"}' }, /dist\/x\.js is not there\. Compile/],
  ['./other', { 'package.json': '{"main":"x.js"}', 'x.js': 'module.exports = 3' }, /no plugin.*definePlugin/],
  [
    './needing',
    { 'package.json': manifest({ main: 'x.js' }), 'x.js': `import 'never-installed';` },
    /needs 'never-installed', which is not there\. Run 'npm install'/,
  ],
  ['./failing', { 'package.json': manifest({ main: 'x.js' }), 'x.js': 'throw new Error("out of oil")' }, /out of oil/],
  ['./silent', { 'package.json': manifest({ main: 'x.js' }), 'x.js': 'throw null' }, /: null\. Correct the plugin/],
  ['never-published', {}, /no such package in node_modules\. Install it/],
  [
    './other-copy',
    { 'package.json': manifest({ main: 'x.js' }), 'x.js': PLUGIN.replace('[]', '[class Stranger {}]') },
    /'Stranger' is made with another copy.*lianxin\/kernel/,
  ],
];

describe('a plugin named in LIANXIN_PLUGINS', () => {
  /** What is said of the modules, with all of these named in one call from `site`. */
  let modules: string;

  beforeAll(async () => {
    const site = written('site', {
      'package.json': manifest({ exports: './main.js' }),
      'main.js': called('here'),
      'node_modules/there/package.json': manifest({ exports: './main.js' }),
      'node_modules/there/main.js': called('there'),
      'first/package.json': manifest({ exports: { '.': { default: './lib/a.js' } } }),
      'first/lib/a.js': called('a'),
      'second/package.json': manifest({ main: 'b.js' }),
      'second/b.js': called('b'),
      'third/package.json': manifest({}),
      'third/lib/c.js': called('c'),
    });
    written('site/node_modules/@union/imported', {
      'package.json': manifest({ exports: { '.': { types: './main.d.ts', import: { default: './main.js' } } } }),
      'main.js': called('imported'),
    });
    const otherKernel = written('other-kernel', {
      'package.json': manifest({ exports: './main.js' }),
      'main.js': PLUGIN,
      'node_modules/lianxin/package.json': '{ "type": "module", "exports": { "./kernel": "./k.js" } }',
      'node_modules/lianxin/k.js': 'throw new Error("another kernel");',
    });
    modules = await modulesWith(`./first, ./second,./third/lib/c.js,.,there,@union/imported,${otherKernel}`, site);
  });

  test('is loaded from a folder, by what its package.json names, and from a file', () => {
    for (const id of ['a', 'b', 'c']) expect(modules).toMatch(new RegExp(`^${id} +1\\.2\\.3 +plugin`, 'm'));
  });

  test('is loaded from the folder in which the command is given: that folder itself, or a package installed there', () => {
    for (const id of ['here', 'there', 'imported']) expect(modules).toMatch(new RegExp(`^${id} `, 'm'));
  });

  test('gets the kernel that runs, whatever its own node_modules hold', () => {
    expect(modules).toMatch(/^small /m);
  });

  test('that cannot be had is named with the reason and the cure, together with all others', async () => {
    for (const [name, files] of FAULTS) written(name.replace('./', ''), files);
    const told = (await modulesWith(FAULTS.map(([name]) => name).join(','))).split('\n');
    for (const [name, , reason] of FAULTS) {
      const lines = told.filter((line) => line.startsWith(`The plugin '${name}' cannot be loaded: `));
      expect(lines).toEqual([expect.stringMatching(reason)]);
    }
  });
});
