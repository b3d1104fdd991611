import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
