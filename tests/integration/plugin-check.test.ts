import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { argumentsFor } from '../../src/authoring/check.js';
import { lianxin, lianxinProcess } from '../support/command-line.js';

const PATIENCE_MS = 180_000;
const RULES = ['--only', 'permissions', 'descriptions'];

/** A plugin as it is when compiled: one root field, with what `rules` says about it. */
const pluginWith = (rules: string) => `
import { CONTRACT_VERSION, Ctx, definePlugin, Permission, Query, Resolver } from 'lianxin/kernel';
class Answers { checkedAnswer() { return 'yes'; } }
const field = Object.getOwnPropertyDescriptor(Answers.prototype, 'checkedAnswer');
${rules}
Resolver()(Answers);
export default definePlugin({
  id: 'checked', version: '0.1.0', contract: CONTRACT_VERSION, title: { zh: '受检', en: 'Checked' }, resolvers: [Answers],
});`;

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-checked-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a plugin into a folder of that name. */
function written(name: string, source: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'package.json'), '{ "type": "module", "exports": "./main.js" }');
  writeFileSync(join(folder, name, 'main.js'), source);
}

/** `lianxin plugin check` on a plugin with these rules, for some of the contract tests, on the server of this run. */
async function checked(name: string, source: string, { rules = RULES, plugins = '', give = lianxin } = {}) {
  written(name, source);
  const { LIANXIN_TEST_SERVER } = process.env;
  const env = { LIANXIN_PLUGINS: plugins, LIANXIN_TEST_DATABASE_URL: LIANXIN_TEST_SERVER };
  const { code, said } = await give(['plugin', 'check', `./${name}`, ...rules], { from: folder, env });
  return { code, said: said.trim().split('\n') };
}

describe('a plugin that is checked', () => {
  test(
    'passes when it keeps the rules',
    async () => {
      const kept = `
        Query(() => String, { description: '回答 / An answer' })(Answers.prototype, 'checkedAnswer', field);
        Permission('member:read')(Answers.prototype, 'checkedAnswer', field);`;
      const { code, said } = await checked('good', pluginWith(kept));
      expect(said).toEqual([expect.stringMatching(/^all \d+ passed$/)]);
      expect(code).toBe(0);
    },
    PATIENCE_MS,
  );

  test(
    'finds what it requires among the plugins named in LIANXIN_PLUGINS, and is told when it is not there',
    async () => {
      const bare = (id: string, more = '') => `
        import { CONTRACT_VERSION, definePlugin } from 'lianxin/kernel';
        export default definePlugin({
          id: '${id}', version: '0.1.0', contract: CONTRACT_VERSION, title: { zh: '受检', en: 'Checked' }, ${more}
        });`;
      written('required', bare('required'));
      const alone = await checked('lonely', bare('lonely', "requires: ['required']"));
      expect(alone.said[0]).toMatch(/requires 'required', which is not installed/);
      const both = await checked('beside', bare('beside', "requires: ['required']"), {
        plugins: './required,./beside',
        rules: ['--only', 'descriptions'],
      });
      expect(both).toEqual({ code: 0, said: [expect.stringMatching(/^all \d+ passed$/)] });
    },
    2 * PATIENCE_MS,
  );

  test(
    'is told in one line each which rules it breaks, and where',
    async () => {
      const broken = `
        Query(() => String, { description: 'only English' })(Answers.prototype, 'checkedAnswer', field);`;
      const { code, said } = await checked('bad', pluginWith(broken), { give: lianxinProcess });
      const failed = said.filter((line) => line.startsWith('failed: tests/contract/'));
      expect(failed.some((line) => /permissions.*Query\.checkedAnswer/.test(line))).toBe(true);
      expect(failed.some((line) => /descriptions.*Query\.checkedAnswer/.test(line))).toBe(true);
      expect(said.at(-1)).toMatch(new RegExp(`^${failed.length} failed, \\d+ passed$`));
      expect(code).toBe(1);
    },
    PATIENCE_MS,
  );

  test(
    'has not passed when none of the rules was looked at',
    async () => {
      const { code, said } = await checked('unread', pluginWith(''), { rules: ['--only', 'permisions'] });
      expect(said).toEqual(['failed: tests/contract: no test has that name', '1 failed, 0 passed']);
      expect(code).toBe(1);
    },
    PATIENCE_MS,
  );

  test(
    'is told what would keep the platform from starting, without running anything',
    async () => {
      const { code, said } = await checked('clashing', pluginWith('').replace("id: 'checked'", "id: 'Checked'"));
      expect(said[0]).toMatch(/^failed: plugin 'Checked': the id must be kebab-case/);
      expect(code).toBe(1);
    },
    PATIENCE_MS,
  );

  test('is held against every file of rules that looks at installed plugins, when none is named', async () => {
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--listTests'];
    const listed = execFileSync(process.execPath, [...jest, ...(await argumentsFor([]))], { encoding: 'utf8' });
    const chosen = new Set(
      listed
        .trim()
        .split('\n')
        .map((path) => basename(path)),
    );
    const rules = readdirSync('tests/contract').filter((file) => file.endsWith('.test.ts'));
    const looking = rules.filter((file) => readFileSync(`tests/contract/${file}`, 'utf8').includes('/installed.js'));
    expect(looking.length).toBeGreaterThan(20);
    expect(looking.filter((file) => !chosen.has(file))).toEqual([]);
    expect([...chosen].filter((file) => !rules.includes(file))).toEqual([]);
  });
});
