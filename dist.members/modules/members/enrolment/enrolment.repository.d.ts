import type { RequestContext } from '../../../kernel/index.js';
/** What all rows of one enrolment share. */
export interface Batch {
    readonly id: string;
    readonly organizationId: string;
    readonly synthetic: boolean;
}
/** One person ready to be inserted; sealed values in hexadecimal, names as the statement reads them. */
export interface EnrolledRow {
    readonly id: string;
    readonly membership_id: string;
    readonly name: string;
    readonly gender: string;
    readonly birth_date: string;
    readonly national_id_sealed: string;
    readonly national_id_index: string;
    readonly phone_sealed: string;
    readonly phone_index: string;
    readonly employment_type: string;
    readonly occupation: string;
    readonly joined_via: string;
    readonly since: string;
}
/**
 * Which of these blind indexes the register has already, in hexadecimal. One look-up each: with fresh tables the
 * planner would rather read the whole district than search a list.
 */
export declare function knownIdentities(tx: RequestContext, indexes: readonly Buffer[]): Promise<Set<string>>;
/**
 * Inserts persons with their primary memberships: the same few statements however many they are.
 *
 * The session keeps its plans of foreign-key checks. One made while the tables were small may use any index that
 * begins with the district, and would walk the whole district for every row from then on (measured: ten times
 * slower at 39,000 people). So they are made anew for each set.
 */
export declare function insertEnrolled(tx: RequestContext, batch: Batch, rows: readonly EnrolledRow[]): Promise<void>;
