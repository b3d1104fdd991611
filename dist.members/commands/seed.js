import { InvalidArgumentError } from 'commander';
import { readConfig } from '../config.js';
import { DEMO_DISTRICTS, seedDemo } from '../demo/seed.js';
import { withPlatform } from './platform.js';
import { progress } from './progress.js';
/** `lianxin seed`: fills demo districts that are still empty with made-up people in the reported proportions. */
export function registerSeed(program) {
    program
        .command('seed')
        .description('fill the demo districts that are still empty')
        .option('--scale <scale>', '1:100 or full (1:1), or any 1:n', readScale, 100)
        .option('--districts <codes>', 'codes, separated by commas', (text) => text.split(','), [...DEMO_DISTRICTS])
        .action(async ({ scale, districts }) => {
        const config = readConfig(process.env, { demo: true });
        await withPlatform(config, (app) => seedDemo(app.kernel, { districts, divisor: scale, progress }));
        process.stdout.write(`seeded ${districts.join(', ')} at 1:${scale}\n`);
    });
}
/** `full` -> 1, `1:100` -> 100. */
function readScale(text) {
    const divisor = text === 'full' ? 1 : Number(/^1:(\d{1,4})$/.exec(text)?.[1]);
    if (!(divisor >= 1))
        throw new InvalidArgumentError('write 1:100 or full');
    return divisor;
}
//# sourceMappingURL=seed.js.map