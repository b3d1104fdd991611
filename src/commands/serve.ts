import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Command } from 'commander';
import { readConfig } from '../config.js';
import { DEMO_DISTRICTS, emptyDemoDistricts, seedDemo } from '../demo/seed.js';
import type { Kernel } from '../kernel/index.js';
import { untilAskedToEnd, withPlatform } from './platform.js';
import { progress } from './progress.js';
import { readScale } from './seed.js';

/** `lianxin serve [--demo]`: database, migrations, demo when asked, HTTP and jobs in one process. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('serve the graph over HTTP and work on jobs')
    .option('--demo', 'fill the demo districts once and accept demo tokens (never in production)')
    .option('--scale <scale>', 'of the demo: full, or 1:1 to 1:1000', readScale, 100)
    .action(async ({ demo, scale }: { demo?: boolean; scale: number }) => {
      const config = readConfig(process.env, demo ? { demo: true } : {});
      const ended = untilAskedToEnd();
      await withPlatform(config, async (app) => {
        if (config.demo) await prepareDemo(app.kernel, scale);
        if (config.workerConcurrency > 0) {
          await app.work(config.workerConcurrency);
          app.keepAudit();
        }
        const address = await app.listen();
        process.stdout.write(`${readyLine(address, config.explorer, config.demo)}\n`);
        await ended;
        progress('shutting down …');
      });
    });
}

/**
 * Fills what is empty in a process of its own, so that the memory it takes is given back before serving begins; then
 * adds, in this one, what plugins installed since then bring.
 */
async function prepareDemo(kernel: Kernel, divisor: number): Promise<void> {
  const empty = await emptyDemoDistricts(kernel);
  if (empty.length > 0) {
    const seed = ['seed', '--scale', `1:${divisor}`, '--districts', empty.join(',')];
    const seeding = spawn(process.execPath, [process.argv[1]!, ...seed], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [code] = (await once(seeding, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the demo could not be filled (exit code ${code})`);
  }
  await seedDemo(kernel, { districts: DEMO_DISTRICTS, divisor, progress });
}

function readyLine(address: string, explorer: boolean, demo: boolean): string {
  const token = 'npm run -s lianxin -- token --district 310113 --role administrator';
  return [`ready ${address}`, explorer && `explorer ${address}/`, demo && `token: ${token}`].filter(Boolean).join('  ');
}
