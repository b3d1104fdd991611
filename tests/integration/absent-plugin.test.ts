import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { createDatabase, dropDatabase, migrateAlone } from '../../src/testing/databases.js';
import { core } from '../support/installed.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';

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
  urls = await createDatabase();
  // Roles are the whole server's: no two test processes may make them at once, which a command would.
  await migrateAlone(createRegistry(core, []), urls);
});
afterAll(async () => {
  await dropDatabase(urls);
  rmSync(folder, { recursive: true, force: true });
});

function lianxin(command: string, plugins: string): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    LIANXIN_PLUGINS: plugins,
    LIANXIN_HOME: join(folder, 'home'),
    DATABASE_URL: urls.owner,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(process.cwd(), 'dist/main.js'), command],
      { cwd: folder, env },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

describe('a plugin that is taken out of the configuration', () => {
  test('is migrated by the command for it, and named by doctor from the day on which it is missing', async () => {
    expect((await lianxin('migrate', '.')).said).toMatch(/^applied leaving:20260101000000_leaving/m);
    expect((await lianxin('doctor', '.')).said).toMatch(/^ok +plugins +all that have tables here/m);
    const { code, said } = await lianxin('doctor', '');
    expect(said).toMatch(
      /^PROBLEM plugins +not installed, with tables here: leaving\n +what their tables hold about persons/m,
    );
    expect(code).toBe(1);
  });
});
