import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.js';
import { DEMO_DISTRICTS, seedDemo } from '../demo/seed.js';
import { withPlatform } from './platform.js';
import { progress } from './progress.js';

/** `lianxin seed`: fills demo districts that are still empty with made-up people in the reported proportions. */
export function registerSeed(program: Command): void {
  program
    .command('seed')
    .description('fill the demo districts that are still empty')
    .option('--scale <scale>', 'full, or 1:1 to 1:1000', readScale, 100)
    .option('--districts <codes>', 'codes, separated by commas', (text) => text.split(','), [...DEMO_DISTRICTS])
    .action(async ({ scale, districts }: { scale: number; districts: string[] }) => {
      const config = readConfig(process.env, { demo: true });
      await withPlatform(config, (app) => seedDemo(app.kernel, { districts, divisor: scale, progress }));
      process.stdout.write(`seeded ${districts.join(', ')} at 1:${scale}\n`);
    });
}

/** Beyond it nothing is left of the smaller bodies. */
const SMALLEST = 1_000;

/** `full` -> 1, `1:100` -> 100. */
export function readScale(text: string): number {
  const divisor = text === 'full' ? 1 : Number(/^1:(\d{1,4})$/.exec(text)?.[1]);
  if (!(divisor >= 1 && divisor <= SMALLEST)) throw new InvalidArgumentError(`write full, or 1:1 to 1:${SMALLEST}`);
  return divisor;
}
