import type { Command } from 'commander';
import { readConfig } from '../config.js';
import { untilAskedToEnd, withPlatform } from './platform.js';

/** `lianxin worker`: jobs only, beside processes that serve with LIANXIN_WORKER_CONCURRENCY=0. */
export function registerWorker(program: Command): void {
  program
    .command('worker')
    .description('work on the job queue, without HTTP')
    .action(async () => {
      const config = readConfig();
      const ended = untilAskedToEnd();
      await withPlatform(config, async (app) => {
        await app.work(Math.max(1, config.workerConcurrency));
        app.keepAudit();
        process.stdout.write('ready: working on the job queue\n');
        await ended;
      });
    });
}
