import { Readable } from 'node:stream';
import type pg from 'pg';
import { migrationNames } from '../kernel/database/migration-files.js';
import type { District, Kernel } from '../kernel/index.js';
import { businessDay } from '../kernel/index.js';
import type { InstalledPlugin } from '../kernel/plugin/registry.js';
import { type Belonging, belongingsOf } from './belongings.js';
import { contentKeys, count, linesOf, remove } from './rows-of-district.js';
import { type ExportedFile, ExportFolder } from './rows-on-disk.js';
import { dropQueued, dropTables, forgetMigrations, leftBehind, queueRemoval, refuseWhatHolds } from './taking-away.js';

/** Rows of one table and district. */
export interface RowsOfDistrict {
  readonly district: string;
  readonly table: string;
  readonly rows: number;
}

type ExportedTable = RowsOfDistrict & ExportedFile;
type ExportedContent = ExportedFile & { readonly district: string; readonly key: string };

export interface PurgeReport {
  readonly plugin: string;
  readonly tables: readonly RowsOfDistrict[];
  /** Keys of the stored contents that were deleted. */
  readonly contents: readonly string[];
  readonly jobs: number;
  /** What its migrations made beside tables, and nobody took away. */
  readonly leftBehind: readonly string[];
}

/** Somebody who keeps a table from us this long is at work on it. */
const LOCK_PATIENCE = '15s';

/** How much of a plugin there is, by district and table; tables without a row are left out. */
export async function countBelongings(
  owner: pg.Client,
  kernel: Kernel,
  plugin: InstalledPlugin,
): Promise<RowsOfDistrict[]> {
  const found: RowsOfDistrict[] = [];
  await eachDistrict(owner, kernel, async (district) => {
    for (const belonging of belongingsOf(plugin)) {
      const rows = await count(owner, district, belonging);
      if (rows > 0) found.push({ district: district.code, table: belonging.table, rows });
    }
  });
  return found;
}

/**
 * Writes everything that belongs to a plugin into a folder, and then takes it out of the database: one transaction, so
 * that either all of it is on the disk and gone here, or all is as it was. Sealed columns and contents stay sealed.
 * `owner` is a connection of the tables' owner; `onExported` is waited for before anything goes.
 * Errors: the module is on or will be somewhere; a folder with something in it; tables that others refer to; a connection
 * lost at the very end, when the files stay because nobody knows whether they are all that is left.
 */
export async function purge(
  owner: pg.Client,
  kernel: Kernel,
  plugin: InstalledPlugin,
  target: string,
  onExported: (tables: readonly RowsOfDistrict[]) => Promise<void>,
): Promise<PurgeReport> {
  const folder = await ExportFolder.open(target);
  const belongings = belongingsOf(plugin);
  let report: PurgeReport;
  let committing = false;
  await owner.query('begin');
  try {
    await owner.query(`set local lock_timeout = '${LOCK_PATIENCE}'`);
    for (const { table, where } of belongings) {
      await owner.query(`lock table ${table} in ${where ? 'share row exclusive' : 'access exclusive'} mode`);
    }
    // One that was made since this process knows them would go without having been exported.
    kernel.districts.forget();
    await eachDistrict(owner, kernel, (district) => refuseWhileOn(owner, plugin.id, district));
    await refuseWhatHolds(owner, plugin);
    const { tables, contents } = await exportAll(owner, kernel, belongings, folder);
    await writeManifest(folder, plugin, tables, contents);
    await onExported(tables);
    await eachDistrict(owner, kernel, async (district) => {
      for (const belonging of belongings) if (belonging.where) await remove(owner, district, belonging);
      // Ending now would leave contents behind of which no row knows any more.
      const here = contents.filter((content) => content.district === district.code);
      await queueRemoval(owner, district.id, here);
    });
    const jobs = await dropQueued(owner, plugin.id);
    await dropTables(owner, plugin);
    await forgetMigrations(owner, plugin.id);
    const left = await leftBehind(owner, kernel.registry, plugin.id);
    committing = true;
    await owner.query('commit');
    report = { plugin: plugin.id, tables, contents: contents.map(({ key }) => key), jobs, leftBehind: left };
  } catch (error) {
    if (committing && !wasRefused(error)) {
      throw new Error(
        `The connection was lost while the end was written down: look whether the tables are there. What they held stays in ${target}.`,
        { cause: error },
      );
    }
    // A connection that is gone has nothing to take back.
    await owner.query('rollback').catch(() => undefined);
    await folder.discard();
    throw error;
  }
  for (const key of report.contents) {
    await kernel.files.delete(key).catch((cause) => kernel.log.warn({ err: cause }, 'a file is left to the queue'));
  }
  return report;
}

/** Whether the server has said that nothing was done, rather than nothing at all. */
function wasRefused(error: unknown): boolean {
  return (error as Partial<pg.DatabaseError>).severity === 'ERROR';
}

async function exportAll(
  owner: pg.Client,
  kernel: Kernel,
  belongings: readonly Belonging[],
  folder: ExportFolder,
): Promise<{ tables: ExportedTable[]; contents: ExportedContent[] }> {
  const tables: ExportedTable[] = [];
  const contents: ExportedContent[] = [];
  await eachDistrict(owner, kernel, async (district) => {
    for (const belonging of belongings) {
      const { table } = belonging;
      const rows = await count(owner, district, belonging);
      if (rows === 0) continue;
      const written = await folder.write(`${district.code}/${table}.ndjson`, linesOf(owner, district, belonging));
      tables.push({ district: district.code, table, rows, ...written });
      for (const key of await contentKeys(owner, district, belonging)) {
        contents.push({
          district: district.code,
          key,
          ...(await folder.write(`contents/${key}`, await kernel.files.get(key))),
        });
      }
    }
  });
  return { tables, contents };
}

/** Says what was written, after having read all of it again. Errors: a file is not what the database held. */
async function writeManifest(
  folder: ExportFolder,
  plugin: InstalledPlugin,
  tables: readonly ExportedTable[],
  contents: readonly ExportedContent[],
): Promise<void> {
  await folder.verify([...tables, ...contents]);
  for (const { file, rows } of tables) {
    const written = await folder.countLines(file);
    if (written !== rows) throw new Error(`${file} holds ${written} rows, the table ${rows}; nothing was taken away.`);
  }
  const manifest = {
    plugin: { id: plugin.id, version: plugin.version, title: plugin.title },
    exportedAt: new Date().toISOString(),
    sealed: 'Sealed columns and contents are as they were kept; only the keys of this installation open them.',
    migrations: migrationNames(plugin),
    tables,
    contents,
  };
  await folder.write('manifest.json', Readable.from([`${JSON.stringify(manifest, null, 2)}\n`]));
  await folder.settle();
}

/** Forced policies hold for the owner of the tables as well, unless it is a superuser: one district after the other. */
async function eachDistrict(
  owner: pg.Client,
  kernel: Kernel,
  work: (district: District) => Promise<void>,
): Promise<void> {
  for (const district of (await kernel.districts.all()).values()) {
    await owner.query(`select set_config('app.district', $1, false)`, [String(district.id)]);
    await work(district);
  }
  await owner.query(`select set_config('app.district', '', false)`);
}

/** The last word of district and city, for today and every later day that somebody planned. */
async function refuseWhileOn(owner: pg.Client, id: string, district: District): Promise<void> {
  const { rows } = await owner.query<{ kind: string; since: string }>(
    `select kind, since::text from module_decisions as word
     where module = $1 and state = 'ON' and district_id = $3 and not exists (
       select from module_decisions as later
       where later.district_id = word.district_id and later.module = word.module and later.kind = word.kind and later.number > word.number
         and later.since <= greatest(word.since, $2::date))
     order by number`,
    [id, businessDay(new Date()), district.id],
  );
  const [on] = rows;
  if (!on) return;
  const how = on.kind === 'LOCK' ? 'locked on by the city' : 'switched on';
  throw new Error(
    `'${id}' is ${how} in ${district.code} from ${on.since}; switch it off there first (lianxin modules disable).`,
  );
}
