import { type RequestContext } from '../../kernel/index.js';
/** A change of an organization's own figures from a day on. Organization by local id, day as `YYYY-MM-DD`. */
export type FigureDelta = {
    organizationId: string;
    day: string;
    unions?: number;
    coveredUnits?: number;
    members?: number;
    coveredMembers?: number;
    workers?: number;
    shouldFoundUnits?: number;
};
/** Appends changes of figures in the caller's transaction: one insert, no row that another union writes. */
export declare function appendFigures(tx: RequestContext, deltas: readonly FigureDelta[]): Promise<void>;
/**
 * Folds the changes of a district into its dated totals. Takes them out and puts them in within the caller's
 * transaction, one fold at a time per district, so that a reader sees each change exactly once, on either side.
 */
export declare function foldFigures(tx: RequestContext, batch?: number): Promise<void>;
