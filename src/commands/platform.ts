import { type App, createApp, installedRegistry, openDatabase } from '../app.js';
import type { Config } from '../config.js';
import type { DatabaseUrls } from '../kernel/database/connections.js';
import { migrate } from '../kernel/database/migrator.js';
import { progress } from './progress.js';

/** Opens the database, migrates it and puts the platform together; closes everything when `work` is done. */
export async function withPlatform<T>(config: Config, work: (app: App, urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const registry = await installedRegistry(config);
  const { urls, embedded } = await openDatabase(config, progress);
  try {
    const applied = await migrate(registry, urls);
    if (applied.length > 0) progress(`migrated: ${applied.length} applied`);
    const app = await createApp(config, registry, urls);
    try {
      return await work(app, urls);
    } finally {
      await app.close();
    }
  } finally {
    await embedded?.stop();
  }
}

/** An orderly end that takes longer than this is cut short. */
const SHUTDOWN_MS = 25_000;

/** Supervisors and terminals often deliver one wish twice, to the process and to its group. */
const SAME_WISH_MS = 1_000;

/** Waits until the process is asked to end (SIGINT, SIGTERM). A later second request, or 25 s, end it at once. */
export function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const end = (): void => {
      if (askedAt !== undefined) {
        if (Date.now() - askedAt > SAME_WISH_MS) process.exit(1);
        return;
      }
      askedAt = Date.now();
      setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
      resolve();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
}
