import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTRACT_VERSION, definePlugin, type PluginDefinition } from '../../src/kernel/index.js';
import { urlsOf, withClient } from '../../src/testing/databases.js';
import { startPlatform } from '../../src/testing/platform.js';

const FAULTY: PluginDefinition = {
  id: 'faulty',
  version: '1.0.0',
  contract: CONTRACT_VERSION,
  title: { zh: '有误', en: 'Faulty' },
};

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lianxin-faulty-'));
  await (await startPlatform()).close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Databases of this process, and connections to them. */
function open(): Promise<string[]> {
  return withClient(urlsOf('postgres').owner, async (sql) => {
    const own = `${process.env.LIANXIN_TEST_RUN}_${process.pid}_`;
    const { rows } = await sql.query<{ name: string }>(
      `select datname as name from pg_database where starts_with(datname, $1)
       union all select 'connection to ' || datname from pg_stat_activity where starts_with(datname, $1)`,
      [own],
    );
    return rows.map(({ name }) => name);
  });
}

describe('a platform that cannot start', () => {
  test('says why and leaves nothing open that would keep the tests of its author from ending', async () => {
    expect(await open()).toEqual([]);
    writeFileSync(join(folder, '20260101000000_faulty.sql'), 'create tabel faulty_things ();');
    const faults: [Partial<PluginDefinition>, RegExp][] = [
      [{ migrations: pathToFileURL(`${folder}/`) }, /tabel/],
      [{ onStart: () => Promise.reject(new Error('out of oil')) }, /out of oil/],
    ];
    for (const [fault, reason] of faults) {
      await expect(startPlatform({ plugins: [definePlugin({ ...FAULTY, ...fault })] })).rejects.toThrow(reason);
      expect(await open()).toEqual([]);
    }
  });
});

describe("a platform under Node's own test runner", () => {
  test('has a server of its own, which ends with the tests and leaves nothing behind', async () => {
    const built = pathToFileURL(join(process.cwd(), 'dist/testing/index.js')).href;
    const [file, told] = [join(folder, 'own.test.mjs'), join(folder, 'told.json')];
    writeFileSync(
      file,
      `import { writeFileSync } from 'node:fs';
      import { test } from 'node:test';
      import { startPlatform } from '${built}';
      test('starts', async () => {
        const platform = await startPlatform({ workers: 0 });
        await platform.sql.query('select 1');
        const { LIANXIN_TEST_HOME: home, LIANXIN_TEST_SERVER: server } = process.env;
        writeFileSync('${told}', JSON.stringify({ home, server }));
        await platform.close();
      });`,
    );
    const { status, output } = spawnSync(process.execPath, ['--test', '--test-isolation=none', file], {
      encoding: 'utf8',
      env: Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(LIANXIN_|JEST_|NODE_TEST|NODE_OPTIONS)/.test(name)),
      ),
    });
    expect({ status, output }).toMatchObject({ status: 0 });
    const { home, server } = JSON.parse(readFileSync(told, 'utf8')) as { home: string; server: string };
    expect(server).not.toBe(process.env.LIANXIN_TEST_SERVER);
    expect(existsSync(home)).toBe(false);
    await expect(withClient(server, async () => undefined)).rejects.toThrow('ECONNREFUSED');
  });
});
