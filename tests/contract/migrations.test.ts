import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { migrationNames, readMigration } from '../../src/kernel/database/migration-files.js';
import { installedMigrations, migrate } from '../../src/kernel/database/migrator.js';
import { tableOf, tablePrefix } from '../../src/kernel/plugin/registry.js';
import { bundledPlugins } from '../../src/plugins/index.js';
import { changedObjects, countRows, readCatalogue } from '../support/catalogue.js';
import { covered } from '../support/coverage.js';
import {
  aloneOnServer,
  connect,
  createDatabase,
  dropDatabase,
  migrateAlone,
  withClient,
} from '../../src/testing/databases.js';
import { everything } from '../support/installed.js';
import { copyOf } from '../../src/testing/templates.js';
import { fillWithRows } from '../support/old-rows.js';

const registry = everything();
const files = installedMigrations(registry);
let urls: DatabaseUrls;
let owner: pg.Client;

beforeAll(async () => {
  urls = await createDatabase();
  owner = await connect(urls.owner);
});

afterAll(async () => {
  await owner.end();
  await dropDatabase(urls);
});

/** What an owner may create or change: its own tables, and functions and sequences that carry its prefix. */
function foreignObjects(ownerId: string, changed: readonly string[]): string[] {
  const plugin = registry.get(ownerId)!;
  const tables = new Set((plugin.entities ?? []).map(tableOf));
  return changed.filter((object) => {
    const [kind, name = ''] = object.split(' ');
    if (kind === 'table' && tables.has(name)) return false;
    return kind === 'table' || !name.startsWith(tablePrefix(ownerId).replace(/s?_$/, ''));
  });
}

describe('migrations', () => {
  test('each keeps every row that was there, runs once, and touches its owner’s tables alone', async () => {
    const strangers: Record<string, string[]> = {};
    const changedRows: string[] = [];
    let tablesWithRows = 0;
    let shape = await readCatalogue(owner);
    for (const [index, file] of files.entries()) {
      // The database as it is just before this migration, with something in every table.
      if (index > 0) await fillWithRows(owner, '310113');
      const before = shape;
      const rowsBefore = await countRows(owner, before);

      expect(await migrateAlone(registry, urls, files[index + 1]?.name)).toEqual([file.name]);

      const after = await readCatalogue(owner);
      shape = after;
      const rowsAfter = await countRows(owner, after);
      for (const [table, rows] of Object.entries(rowsBefore)) {
        if (rows > 0) tablesWithRows += 1;
        // A table may grow by reference rows, and by nothing that the migration does not say; or go, when its rows move.
        const text = readMigration(file);
        const grows = new RegExp(`insert into ${table}\\b`, 'i').test(text);
        const moved = new RegExp(`insert into (\\w+)[^;]*from ${table}\\b.*drop table ${table};`, 'is').exec(text)?.[1];
        const gone = moved !== undefined && rowsAfter[table] === undefined;
        const now = (gone ? rowsAfter[moved] : rowsAfter[table]) ?? -1;
        const kept = grows || gone ? now >= rows : now === rows;
        if (!kept) changedRows.push(`${file.name}: ${table} had ${rows} rows, has ${rowsAfter[table]}`);
      }
      const foreign = foreignObjects(file.owner, changedObjects(before, after));
      if (foreign.length > 0 && file.owner !== 'kernel') strangers[file.name] = foreign;
    }
    expect(changedRows).toEqual([]);
    expect(strangers).toEqual({});
    covered('migrations', files.length);
    covered('tables with old rows under a migration', tablesWithRows);
  });

  test('those of a plugin that is installed later keep every row of the demo', async () => {
    const demo = await copyOf('demo');
    try {
      await withClient(demo.owner, async (client) => {
        const before = await countRows(client, await readCatalogue(client));
        const later = registry.switchable.filter(({ id }) => !bundledPlugins.some((bundled) => bundled.id === id));
        expect(await migrateAlone(registry, demo)).toEqual(later.flatMap(migrationNames));
        expect(await countRows(client, await readCatalogue(client))).toMatchObject(before);
        covered(
          'rows of the demo under a plugin’s migration',
          Object.values(before).reduce((sum, rows) => sum + rows, 0),
        );
      });
    } finally {
      await dropDatabase(demo);
    }
  });

  test('all of them are recorded once, and a second run applies nothing', async () => {
    expect(await migrateAlone(registry, urls)).toEqual([]);
    const { rows } = await owner.query<{ name: string }>('select name from lianxin_migrations order by name');
    expect(rows.map(({ name }) => name)).toEqual(files.map(({ name }) => name).sort());
  });

  test('a table changed by somebody else’s migration would be noticed', async () => {
    const before = await readCatalogue(owner);
    await owner.query('alter table districts add column planted text');
    const changed = changedObjects(before, await readCatalogue(owner));
    await owner.query('alter table districts drop column planted');
    expect(changed).toEqual(['table districts']);
    expect(foreignObjects('districts', changed)).toEqual(['table districts']);
  });

  test('two processes that migrate at once apply each migration once', async () => {
    const fresh = await createDatabase();
    try {
      const applied = await aloneOnServer(() => Promise.all([migrate(registry, fresh), migrate(registry, fresh)]));
      expect(applied.flat().sort()).toEqual(files.map(({ name }) => name).sort());
    } finally {
      await dropDatabase(fresh);
    }
  });
});
