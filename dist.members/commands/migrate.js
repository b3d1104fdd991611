import { installedRegistry, openDatabase } from '../app.js';
import { readConfig } from '../config.js';
import { migrate } from '../kernel/database/migrator.js';
import { progress } from './progress.js';
/** `lianxin migrate`: roles, job queue and all migrations of what is installed. */
export function registerMigrate(program) {
    program
        .command('migrate')
        .description('bring the database up to date')
        .action(async () => {
        const config = readConfig();
        const registry = await installedRegistry(config);
        const { urls, embedded } = await openDatabase(config, progress);
        try {
            const applied = await migrate(registry, urls);
            for (const name of applied)
                process.stdout.write(`applied ${name}\n`);
            process.stdout.write(`${applied.length} migrations applied\n`);
        }
        finally {
            await embedded?.stop();
        }
    });
}
//# sourceMappingURL=migrate.js.map