import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import type { Sealer } from './access/sealing.js';
import { RequestContext, type RequestFacts } from './context.js';
import type { Districts } from './districts.js';
import type { Registry } from './plugin/registry.js';
import type { Switches } from './plugin/switches.js';
/** The tenant: a district federation or an industrial federation that stands beside the districts. */
export interface District {
    /** Small number used as the tenant key of every row. */
    readonly id: number;
    /** Administrative code such as `310113`, or the code given to an industrial federation. */
    readonly code: string;
    readonly kind: 'DISTRICT' | 'INDUSTRIAL';
    readonly nameZh: string;
    readonly nameEn: string;
    readonly cityCode: string;
}
/** The running platform, as modules and plugins see it. */
export interface Kernel {
    readonly registry: Registry;
    readonly orm: MikroORM;
    readonly log: FastifyBaseLogger;
    readonly sealer: Sealer;
    readonly switches: Switches;
    readonly districts: Districts;
    /** True where demo credentials and demo data are served. */
    readonly demo: boolean;
    /** Folder of this installation's own files (keys, embedded database). */
    readonly home: string;
}
/** A context for one piece of work, with an entity manager of its own. */
export declare function createContext(kernel: Kernel, facts: RequestFacts): RequestContext;
/**
 * Enters a district as the system itself: jobs, event handlers and seeding. `name` appears in the audit record.
 * Runs in the district's scope, with the modules the district has switched on.
 */
export declare function actAsSystem<T>(kernel: Kernel, district: District, name: string, work: (ctx: RequestContext) => Promise<T>): Promise<T>;
