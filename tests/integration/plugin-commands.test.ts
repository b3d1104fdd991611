import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { dropDatabase } from '../../src/testing/databases.js';
import { copyOf } from '../../src/testing/templates.js';
import { lianxin, lianxinProcess, type Surroundings } from '../support/command-line.js';

const PLUGIN = `
import { CONTRACT_VERSION, definePlugin } from 'lianxin/kernel';
export default definePlugin({
  id: 'counting', version: '1.0.0', contract: CONTRACT_VERSION, title: { zh: '计数', en: 'Counting' },
  commands: (command, open) => {
    command.command('modules').description('how many are installed').argument('<word>').action((word) =>
      open(async (kernel) => { process.stdout.write(word + ' ' + kernel.registry.plugins.length + '\\n'); }));
  },
});`;

let folder: string;
let urls: DatabaseUrls;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lianxin-commands-')));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "exports": "./main.js" }');
  writeFileSync(join(folder, 'main.js'), PLUGIN);
  urls = await copyOf('empty');
});
afterAll(async () => {
  await dropDatabase(urls);
  rmSync(folder, { recursive: true, force: true });
});

/** With the plugin installed. */
const installed = (): Surroundings => ({
  database: urls,
  from: folder,
  env: { LIANXIN_PLUGINS: '.', LIANXIN_HOME: join(folder, 'home') },
});

describe('a command of a plugin', () => {
  test('is run below the id of the plugin, on the platform', async () => {
    expect(await lianxinProcess(['counting', 'modules', 'installed:'], installed())).toEqual({
      code: 0,
      said: expect.stringMatching(/^installed: \d+$/m),
      complained: '',
    });
  });

  test('is told by --help, and wrong use of it and of the command line ends with 2', async () => {
    const { said } = await lianxin(['counting', '--help'], installed());
    expect(said).toMatch(/modules <word> +how many are installed/);
    expect(await lianxin(['counting', 'modules'], installed())).toMatchObject({ code: 2, said: '' });
    expect(await lianxin(['counting-not', 'modules'], installed())).toEqual({
      code: 2,
      said: '',
      complained: expect.stringContaining("unknown command 'counting-not'"),
    });
  });
});
