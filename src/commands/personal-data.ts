import type { Command } from 'commander';
import { readConfig } from '../config.js';
import { actAsSystem, toGlobalId } from '../kernel/index.js';
import { pastRetention } from '../modules/personal-data/index.js';
import { withPlatform } from './platform.js';

/** `lianxin personal-data due`: what is kept for longer than its retention class allows. It erases nothing. */
export function registerPersonalData(program: Command): void {
  const command = program.command('personal-data').description('what is kept about persons');
  command
    .command('due')
    .description('list what is past its retention, one line per person and table')
    .option('--district <code>', 'this district alone')
    .action(async ({ district }: { district?: string }) => {
      await withPlatform(readConfig(), async ({ kernel }) => {
        const known = await kernel.districts.all();
        const chosen = district === undefined ? [...known.values()] : [known.get(district)];
        let lines = 0;
        for (const place of chosen) {
          if (!place) throw new Error(`unknown district ${district}; known: ${[...known.keys()].join(', ')}`);
          const due = await actAsSystem(kernel, place, 'personal-data:due', pastRetention);
          for (const { table, retention, memberId, rows, endedOn } of due) {
            process.stdout.write(
              `${place.code} ${toGlobalId('Member', memberId)} ${table} ${rows} ${retention} ${endedOn}\n`,
            );
          }
          lines += due.length;
        }
        process.stderr.write(`${lines} lines: district, person, table, rows, retention class, ended on\n`);
      });
    });
}
