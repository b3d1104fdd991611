import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { dropDatabase } from '../../src/testing/databases.js';
import { copyOf } from '../../src/testing/templates.js';
import { lianxin, lianxinProcess, type Surroundings } from '../support/command-line.js';

const PLUGIN = `
import { CONTRACT_VERSION, definePlugin } from 'lianxin/kernel';
export default definePlugin({
  id: 'leaving', version: '1.0.0', contract: CONTRACT_VERSION, title: { zh: '离开', en: 'Leaving' },
  migrations: new URL('./migrations/', import.meta.url),
});`;

let folder: string;
let urls: DatabaseUrls;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-absent-')));
  mkdirSync(join(folder, 'migrations'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "exports": "./main.js" }');
  writeFileSync(join(folder, 'main.js'), PLUGIN);
  writeFileSync(join(folder, 'migrations/20260101000000_leaving.sql'), 'select 1;');
  urls = await copyOf('empty');
});
afterAll(async () => {
  await dropDatabase(urls);
  rmSync(folder, { recursive: true, force: true });
});

const withPlugins = (plugins: string): Surroundings => ({
  database: urls,
  from: folder,
  env: { LIANXIN_PLUGINS: plugins, LIANXIN_HOME: join(folder, 'home') },
});

describe('a plugin that is taken out of the configuration', () => {
  test('is migrated by the command for it, and named by doctor from the day on which it is missing', async () => {
    expect((await lianxinProcess(['migrate'], withPlugins('.'))).said).toMatch(
      /^applied leaving:20260101000000_leaving/m,
    );
    expect((await lianxin(['doctor'], withPlugins('.'))).said).toMatch(/^ok +plugins +all that have tables here/m);
    expect(await lianxinProcess(['doctor'], withPlugins(''))).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^PROBLEM plugins +not installed, with tables here: leaving\n +what their tables hold about persons/m,
      ),
      complained: '',
    });
  });
});
