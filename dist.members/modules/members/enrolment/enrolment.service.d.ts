import { type CalendarDay, type RequestContext } from '../../../kernel/index.js';
import type { EmploymentType, JoinedVia } from '../member/member.type.js';
import { type StatedPerson } from '../member/person.js';
/** A person of a list; day and way of joining where they differ from those of the list. */
export interface EnrolledPerson extends StatedPerson {
    readonly employmentType: EmploymentType;
    readonly joinedVia?: JoinedVia;
    readonly since?: CalendarDay;
}
/** People who join one union together. */
export interface Enrolment {
    readonly organizationId: string;
    /** First day of the primary memberships; in the past where an existing roll is taken over. */
    readonly since: CalendarDay;
    readonly via: JoinedVia;
    readonly people: readonly EnrolledPerson[];
    /** Made-up people of the demo. */
    readonly synthetic: boolean;
}
export interface Enrolled {
    /** Stands in every row of the batch and in its audit record. */
    readonly batchId: string;
    readonly count: number;
}
/**
 * Collective joining (集体入会): a whole list becomes members of one union, or nobody does. Everything is checked
 * before anything is written; then rows go in set by set, with one audit record (the SHA-256 of the list and its
 * length), one event, and one change of figures per day. Runs in the caller's transaction.
 * Errors: FORBIDDEN, NOT_FOUND, MEMBERSHIP_DATE_*, and per person (`input.people.<index>`) MEMBER_*.
 */
export declare function enrolMembers(tx: RequestContext, enrolment: Enrolment): Promise<Enrolled>;
