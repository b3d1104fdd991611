import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { Principal } from './access/principal.js';
import type { Locale } from './bilingual.js';
import type { AnyTables } from './database/node-source.js';
import type { District, Kernel } from './kernel.js';
/** What is known about one request, job or seed run before any work begins. */
export interface RequestFacts {
    readonly requestId: string;
    readonly district: District | null;
    readonly principal: Principal | null;
    /** Ids of the modules whose graph, jobs and events exist for this district. */
    readonly modules: ReadonlySet<string>;
    readonly locale: Locale;
    readonly startedAt: Date;
}
/** First argument of every service: who acts, where, in which language, in which transaction, with which loaders. */
export declare class RequestContext {
    readonly kernel: Kernel;
    readonly facts: RequestFacts;
    /** True inside {@link transaction}; writing is possible only there. */
    readonly writing: boolean;
    private loaders;
    private readonly manager;
    /** What is being done, as the audit record will say: the mutation's name, or the name of the job. */
    action: string;
    constructor(kernel: Kernel, facts: RequestFacts, em: EntityManager, 
    /** True inside {@link transaction}; writing is possible only there. */
    writing?: boolean);
    get requestId(): string;
    get principal(): Principal | null;
    get locale(): Locale;
    /** The district whose data this work may touch. Throws for a caller without one (nobody gets so far unchecked). */
    get district(): District;
    /** Today's business day in Asia/Shanghai, `YYYY-MM-DD`. */
    get today(): string;
    /** Query builder for reading; inside a transaction it is bound to it. */
    get sql(): Kysely<AnyTables>;
    /** Unit of work for writing. Errors: a plain Error outside {@link transaction}, where no audit could be written. */
    get em(): EntityManager;
    /**
     * A batching loader, one per key and request. `load` gets distinct keys and answers in their order.
     * Loads of the same tick share one statement.
     */
    batched<Key, Value>(name: string, load: (keys: readonly Key[]) => Promise<readonly (Value | null)[]>): (key: Key) => Promise<Value | null>;
    /**
     * Runs a use case in one transaction: its changes, their audit records, its events and jobs commit together or not
     * at all. Inside an open transaction it joins that one. Database refusals come out as ours.
     */
    transaction<T>(work: (tx: RequestContext) => Promise<T>): Promise<T>;
    /** Records an event of this transaction and queues its handlers. Payloads carry ids and codes only. */
    emit(type: string, payload: Readonly<Record<string, string | number | boolean | null>>): Promise<void>;
}
