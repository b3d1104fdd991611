import { readConfig } from '../config.js';
import { DEMO_DISTRICTS, seedDemo } from '../demo/seed.js';
import { untilAskedToEnd, withPlatform } from './platform.js';
import { progress } from './progress.js';
/** `lianxin serve [--demo]`: database, migrations, demo when asked, HTTP and jobs in one process. */
export function registerServe(program) {
    program
        .command('serve')
        .description('serve the graph over HTTP and work on jobs')
        .option('--demo', 'fill the demo districts once and accept demo tokens (never in production)')
        .action(async ({ demo }) => {
        const config = readConfig(process.env, demo ? { demo: true } : {});
        const ended = untilAskedToEnd();
        await withPlatform(config, async (app) => {
            if (config.demo)
                await seedDemo(app.kernel, { districts: DEMO_DISTRICTS, divisor: 100, progress });
            if (config.workerConcurrency > 0)
                await app.work(config.workerConcurrency);
            const address = await app.listen();
            process.stdout.write(`${readyLine(address, config.explorer, config.demo)}\n`);
            await ended;
            progress('shutting down …');
        });
    });
}
function readyLine(address, explorer, demo) {
    const token = 'npm run -s lianxin -- token --district 310113 --role administrator';
    return [`ready ${address}`, explorer && `explorer ${address}/`, demo && `token: ${token}`].filter(Boolean).join('  ');
}
//# sourceMappingURL=serve.js.map