import { MikroORM } from '@mikro-orm/postgresql';
import type { Registry } from '../plugin/registry.js';
export interface DatabaseLimits {
    readonly poolSize: number;
    readonly statementTimeoutMs: number;
}
/** Opens the application's pool: every connection is scoped to a district, or to none, before each use. */
export declare function openOrm(registry: Registry, url: string, limits: DatabaseLimits): Promise<MikroORM>;
