import { resolve } from 'node:path';
import type { Command } from 'commander';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { readConfig } from '../config.js';
import { actAsSystem, type Kernel, writeAudit } from '../kernel/index.js';
import { purgeable } from '../purging/belongings.js';
import { countBelongings, purge, type RowsOfDistrict } from '../purging/purge.js';
import { withPlatform } from './platform.js';

interface Options {
  readonly export?: string;
  readonly confirm?: string;
}

/** `lianxin plugin purge`: the data of a plugin, out into files and away. */
export function registerPluginPurge(plugin: Command): void {
  plugin
    .command('purge')
    .description('write the data of a plugin that is off everywhere into files, and take it out of the database')
    .argument('<id>')
    .option('--export <folder>', 'new folder for the files; needed with --confirm')
    .option('--confirm <id>', 'the id again; without it, says what there is and does nothing')
    .action(async (id: string, options: Options) => {
      const config = readConfig();
      await withPlatform(config, async ({ kernel }, { owner: ownerUrl }) => {
        const found = purgeable(kernel.registry, id);
        const owner = new pg.Client({ connectionString: ownerUrl });
        // Whatever is asked next fails and says so; unheard, the event would end the process before the files are seen to.
        owner.on('error', () => undefined);
        await owner.connect();
        try {
          if (options.confirm !== id || options.export === undefined) {
            for (const line of await countBelongings(owner, kernel, found)) process.stdout.write(`${inWords(line)}\n`);
            throw new Error(
              `Nothing was done. To export and then drop this: lianxin plugin purge ${id} --export <folder> --confirm ${id}`,
            );
          }
          const target = resolve(config.calledFrom, options.export);
          const report = await purge(owner, kernel, found, target, (tables) => noteIn(kernel, id, tables));
          for (const line of report.tables) process.stdout.write(`${inWords(line)}\n`);
          process.stdout.write(`${report.contents.length} files, ${report.jobs} waiting jobs\n`);
          for (const name of report.leftBehind) process.stdout.write(`left behind: ${name}\n`);
          process.stdout.write(
            `'${id}' is purged; what it held is in ${target}. Take it out of LIANXIN_PLUGINS and start every process anew: with it, the next start makes empty tables.\n`,
          );
        } finally {
          await owner.end();
        }
      });
    });
}

function inWords({ district, table, rows }: RowsOfDistrict): string {
  return `${district} ${table}: ${rows} rows`;
}

/** Each district's audit keeps that its rows went, how many, and when. */
async function noteIn(kernel: Kernel, id: string, tables: readonly RowsOfDistrict[]): Promise<void> {
  for (const [code, gone] of Map.groupBy(tables, ({ district }) => district)) {
    const district = (await kernel.districts.byCode(code))!;
    const changes = gone.map(({ table, rows }) => ({ field: table, before: rows }));
    await actAsSystem(kernel, district, 'plugin:purge', (ctx) =>
      ctx.transaction((tx) =>
        writeAudit(tx, [{ verb: 'DELETE', entity: `Plugin:${id}`, nodeType: 'Module', nodeId: uuidv7(), changes }]),
      ),
    );
  }
}
