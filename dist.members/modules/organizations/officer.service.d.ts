import { type RequestContext } from '../../kernel/index.js';
import type { AppointOfficerInput } from './officer.inputs.js';
/** An appointment in local terms. */
export type NewOfficer = Omit<AppointOfficerInput, 'organizationId' | 'memberId'> & {
    readonly organizationId: string;
    readonly memberId: string | null;
    readonly synthetic?: boolean;
};
/**
 * Appoints officers, all or none; returns their local ids. A body has one chair at a time.
 * Errors: NOT_FOUND, FORBIDDEN, ORGANIZATION_ENDED, OFFICER_CHAIR_TAKEN, names and dates; all of them at once.
 */
export declare function appointOfficers(ctx: RequestContext, inputs: readonly NewOfficer[], at?: (index: number) => readonly string[]): Promise<string[]>;
/** Ends a term, today or before. Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, OFFICER_TERM_ENDED, dates. */
export declare function endOfficerTerm(ctx: RequestContext, id: string, expectedVersion: number, until: string): Promise<string>;
