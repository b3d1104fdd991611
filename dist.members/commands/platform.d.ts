import { type App } from '../app.js';
import type { Config } from '../config.js';
/** Opens the database, migrates it and puts the platform together; closes everything when `work` is done. */
export declare function withPlatform<T>(config: Config, work: (app: App) => Promise<T>): Promise<T>;
/** Waits until the process is asked to end (SIGINT, SIGTERM). A second request, or 25 s, end it at once. */
export declare function untilAskedToEnd(): Promise<void>;
