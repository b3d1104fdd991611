import { createApp, installedRegistry, openDatabase } from '../app.js';
import { migrate } from '../kernel/database/migrator.js';
import { progress } from './progress.js';
/** Opens the database, migrates it and puts the platform together; closes everything when `work` is done. */
export async function withPlatform(config, work) {
    const registry = await installedRegistry(config);
    const { urls, embedded } = await openDatabase(config, progress);
    try {
        const applied = await migrate(registry, urls);
        if (applied.length > 0)
            progress(`migrated: ${applied.length} applied`);
        const app = await createApp(config, registry, urls);
        try {
            return await work(app);
        }
        finally {
            await app.close();
        }
    }
    finally {
        await embedded?.stop();
    }
}
/** An orderly end that takes longer than this is cut short. */
const SHUTDOWN_MS = 25_000;
/** Waits until the process is asked to end (SIGINT, SIGTERM). A second request, or 25 s, end it at once. */
export function untilAskedToEnd() {
    return new Promise((resolve) => {
        let asked = false;
        const end = () => {
            if (asked)
                process.exit(1);
            asked = true;
            setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
            resolve();
        };
        process.on('SIGINT', end);
        process.on('SIGTERM', end);
    });
}
//# sourceMappingURL=platform.js.map