import { type RequestContext } from '../../kernel/index.js';
import type { CoverUnitInput } from './unit.type.js';
/** A unit to be covered, in local terms. */
export type NewCoveredUnit = CoverUnitInput & {
    readonly synthetic?: boolean;
};
/**
 * Covers units, all or none; returns their local ids. A union covers a credit code once at a time.
 * Errors: NOT_FOUND, FORBIDDEN, ORGANIZATION_ENDED, UNIT_ALREADY_COVERED, names, codes and dates; all of them at once.
 */
export declare function coverUnits(ctx: RequestContext, inputs: readonly NewCoveredUnit[], at?: (index: number) => readonly string[]): Promise<string[]>;
/** Ends a cover, today or before. Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, UNIT_COVER_ENDED, dates. */
export declare function endUnitCover(ctx: RequestContext, id: string, expectedVersion: number, until: string): Promise<string>;
