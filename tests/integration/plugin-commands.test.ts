import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { createDatabase, dropDatabase, migrateAlone } from '../../src/testing/databases.js';
import { core } from '../support/installed.js';

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
  urls = await createDatabase();
  await migrateAlone(createRegistry(core, []), urls);
});
afterAll(async () => {
  await dropDatabase(urls);
  rmSync(folder, { recursive: true, force: true });
});

/** The command line as it is built, with the plugin installed. */
function lianxin(...words: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, LIANXIN_PLUGINS: '.', LIANXIN_HOME: join(folder, 'home'), DATABASE_URL: urls.owner };
  const main = join(process.cwd(), 'dist/main.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

describe('a command of a plugin', () => {
  test('is run below the id of the plugin, on the platform', async () => {
    const { code, said } = await lianxin('counting', 'modules', 'installed:');
    expect(said).toMatch(/^installed: \d+$/m);
    expect(code).toBe(0);
  });

  test('is told by --help, and wrong use of it and of the command line ends with 2', async () => {
    expect((await lianxin('counting', '--help')).said).toMatch(/modules <word> +how many are installed/);
    expect(await lianxin('counting', 'modules')).toMatchObject({ code: 2 });
    expect(await lianxin('counting-not', 'modules')).toEqual({
      code: 2,
      said: expect.stringContaining("unknown command 'counting-not'"),
    });
  });
});
