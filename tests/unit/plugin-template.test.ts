import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePlugin } from '../../src/authoring/template.js';

const titles = { zh: '走访慰问', en: 'Home visits' };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianxin-template-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function textOf(path: string): string {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), 'utf8')}`).join('\n');
}

describe('a written plugin', () => {
  test('bears its own names in every spelling, and none of the template', async () => {
    const path = join(folder, 'home-visit');
    await writePlugin({ id: 'home-visit', folder: path, ...titles });
    const text = textOf(path);
    expect(text).not.toMatch(/sample.?plugin|样例插件/i);
    for (const name of [
      'home-visit:read',
      'home_visit_entries',
      'HOME_VISIT_TOO_MANY',
      'HomeVisitEntry',
      'homeVisit',
    ]) {
      expect(text).toContain(name);
    }
    expect(text).toMatch(/^\d{14}_home_visit\.sql$/m);
    expect(text).toContain("title: { zh: '走访慰问', en: 'Home visits' }");
  });

  test('needs nothing but the platform, the compiler and the types of Node, each at the version of the platform', async () => {
    const path = join(folder, 'pinned');
    await writePlugin({ id: 'pinned', folder: path, ...titles });
    const { devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const platform = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(devDependencies).toEqual({
      lianxin: expect.stringMatching(/^file:/),
      '@types/node': platform.devDependencies['@types/node'],
      typescript: platform.devDependencies.typescript,
    });
    for (const [name, version] of Object.entries(optionalDependencies)) {
      expect(platform.optionalDependencies[name]).toBe(version);
    }
  });

  test.each([
    ['an id with figures', { id: 'visit-2', ...titles }, /no id for a plugin/],
    ['an id that is a word of the language', { id: 'case', ...titles }, /another meaning/],
    ['an id that the code of a plugin calls something else', { id: 'settings', ...titles }, /another meaning/],
    ['an id of two words that its tests call something else', { id: 'business-day', ...titles }, /another meaning/],
    ['an id longer than names of PostgreSQL leave room for', { id: 'a'.repeat(41), ...titles }, /no id for a plugin/],
    ['an id in capitals', { id: 'HomeVisit', ...titles }, /no id for a plugin/],
    ['a title with a quote', { id: 'visit', zh: '走访', en: "Union's visits" }, /no title/],
    ['a title that ends a comment', { id: 'visit', zh: '走访*/', en: 'Visits' }, /no title/],
    ['a title of several lines', { id: 'visit', zh: '走访\n慰问', en: 'Visits' }, /no title/],
  ])('is refused with %s', async (_, plugin, reason) => {
    await expect(writePlugin({ ...plugin, folder: join(folder, 'refused') })).rejects.toThrow(reason);
    expect(readdirSync(folder)).not.toContain('refused');
  });

  test('never takes the place of what is there', async () => {
    const path = join(folder, 'twice');
    await writePlugin({ id: 'twice', folder: path, ...titles });
    await expect(writePlugin({ id: 'twice', folder: path, ...titles })).rejects.toThrow(/not empty/);
  });
});
