import { type Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import type { RequestContext } from '../context.js';
import { type Kernel } from '../kernel.js';
/**
 * Queues a job in the caller's transaction. With `key`, a job of that key that still waits is kept and not doubled.
 * `task` is `<plugin>:<job>`; `delaySeconds` postpones the run.
 */
export declare function enqueue(tx: RequestContext, task: string, input: unknown, options?: {
    readonly key?: string;
    readonly delaySeconds?: number;
}): Promise<void>;
/** Starts working on the queue. The pool is of a role that sees no tenant table; each job enters its district itself. */
export declare function startWorker(kernel: Kernel, pool: Pool, concurrency: number): Promise<Runner>;
