import type { MikroORM } from '@mikro-orm/postgresql';
import type { RequestContext } from '../context.js';
import type { Registry } from './registry.js';
/** Which modules each district has on today, as dated rows say. */
export declare class Switches {
    #private;
    readonly orm: MikroORM;
    readonly registry: Registry;
    constructor(orm: MikroORM, registry: Registry);
    /** Ids of the core modules and of those plugins that are installed, switched on and have what they require. */
    enabledFor(districtId: number): Promise<ReadonlySet<string>>;
    /** Switches a module on or off for the district of the context, from today on; earlier rows stay on record. */
    set(ctx: RequestContext, module: string, enabled: boolean, reason: string): Promise<void>;
}
