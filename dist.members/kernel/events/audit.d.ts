import type { RequestContext } from '../context.js';
/** One changed field; of sealed fields the record says that they changed, never to what. */
export interface FieldChange {
    readonly field: string;
    readonly before?: unknown;
    readonly after?: unknown;
    readonly sealed?: true;
}
/** One record of the audit, still without actor, time and request: those come from the context. */
export interface AuditEntry {
    readonly verb: 'CREATE' | 'UPDATE' | 'DELETE' | 'IMPORT' | 'READ';
    readonly entity: string;
    /** GraphQL type and local id of the node in whose history the record appears. */
    readonly nodeType: string;
    readonly nodeId: string;
    readonly changes: readonly FieldChange[];
    /** Of a bulk operation: one record stands for all rows that carry the same batch. */
    readonly batchId?: string;
}
/** Appends audit records in the caller's transaction: inserts only, no lock, no chain, so that nobody waits. */
export declare function writeAudit(tx: RequestContext, entries: readonly AuditEntry[]): Promise<void>;
