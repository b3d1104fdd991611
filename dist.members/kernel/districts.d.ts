import type { MikroORM } from '@mikro-orm/postgresql';
import type { District } from './kernel.js';
/** The list of tenants: small, public inside the platform, and asked for by every request, hence remembered. */
export declare class Districts {
    #private;
    readonly orm: MikroORM;
    constructor(orm: MikroORM);
    /** All districts by code. A code not found is looked for once more in the table before it counts as unknown. */
    all(): Promise<ReadonlyMap<string, District>>;
    byCode(code: string): Promise<District | undefined>;
    byId(id: number): Promise<District | undefined>;
    /** Called after the table has changed in this process. */
    forget(): void;
}
