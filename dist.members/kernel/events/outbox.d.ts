import type { RequestContext } from '../context.js';
import type { DomainEvent } from '../plugin/define.js';
/** Name of the task that runs one handler for one event. */
export declare const HANDLE_EVENT = "kernel:handle-event";
/** Input of that task. */
export interface HandleEventInput {
    readonly plugin: string;
    readonly event: DomainEvent;
}
/**
 * Writes an event in the caller's transaction, with one job per handler of the modules that the district has on: a
 * crash loses neither, a rollback leaves neither, and a failing handler is repeated without the others.
 */
export declare function recordEvent(tx: RequestContext, type: string, payload: DomainEvent['payload']): Promise<void>;
