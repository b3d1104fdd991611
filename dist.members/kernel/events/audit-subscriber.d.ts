import { type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import type { RequestContext } from '../context.js';
import { type Registry } from '../plugin/registry.js';
/** Runs writing work of a context, so that every change flushed inside is recorded under its actor and request. */
export declare function auditedAs<T>(tx: RequestContext, work: () => Promise<T>): Promise<T>;
/**
 * Writes one audit record per changed entity, in the transaction of the change. It hangs on the unit of work, so no
 * service can forget it; a flush outside a transaction is refused, because its record could be lost.
 */
export declare class AuditSubscriber implements EventSubscriber {
    #private;
    constructor(registry: Registry);
    afterFlush({ em, uow }: FlushEventArgs): Promise<void>;
}
