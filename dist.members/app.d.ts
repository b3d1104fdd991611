import 'reflect-metadata';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { type DatabaseUrls } from './kernel/database/connections.js';
import { type EmbeddedServer } from './kernel/database/embedded.js';
import { type Superset } from './kernel/graphql/superset.js';
import type { Kernel, PluginDefinition } from './kernel/index.js';
import { type Registry } from './kernel/plugin/registry.js';
/** The running platform without a listening socket; tests call this, the command line starts it. */
export interface App {
    readonly kernel: Kernel;
    readonly superset: Superset;
    readonly http: FastifyInstance;
    /** Listens and answers the address, for example `http://127.0.0.1:4000`. */
    listen(): Promise<string>;
    /** Starts working on the job queue. */
    work(concurrency: number): Promise<void>;
    /** Orderly end: not ready, no new requests, running ones finish, jobs finish, pools close. */
    close(): Promise<void>;
}
/** Core, bundled plugins and those named in the configuration, or the given ones instead of both. */
export declare function installedRegistry(config: Config, plugins?: readonly PluginDefinition[]): Promise<Registry>;
/** Addresses of the database: as configured, or of the embedded server, which is started when needed. */
export declare function openDatabase(config: Config, onProgress?: (step: string) => void): Promise<{
    readonly urls: DatabaseUrls;
    readonly embedded: EmbeddedServer | undefined;
}>;
/** Puts the platform together on a migrated database. Errors: an unsafe role or table, plugins that do not fit. */
export declare function createApp(config: Config, registry: Registry, urls: DatabaseUrls): Promise<App>;
