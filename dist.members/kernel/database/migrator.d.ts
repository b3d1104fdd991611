import pg from 'pg';
import type { Registry } from '../plugin/registry.js';
import type { DatabaseUrls } from './connections.js';
import { type MigrationFile } from './migration-files.js';
/**
 * Brings the database up to what is installed: roles, job queue, then every migration not yet applied, plugins after
 * what they require, all under one lock so that processes that start together do it once.
 * Returns the names of the migrations applied. `upTo` stops before the named one (tests of migrations on old data).
 */
export declare function migrate(registry: Registry, urls: DatabaseUrls, upTo?: string): Promise<string[]>;
/** Names of installed migrations that the database has not seen yet; all of them when it has seen none. */
export declare function pendingMigrations(registry: Registry, client: pg.Client | pg.Pool): Promise<string[]>;
/** All migration files, plugins after what they require, each owner's by stamp. */
export declare function installedMigrations(registry: Registry): MigrationFile[];
