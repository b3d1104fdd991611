import { type CalendarDay, type RequestContext } from '../../../kernel/index.js';
import type { ApplyForMembershipInput, DecideMembershipApplicationInput } from './application.inputs.js';
/** What the form of an application says, with the union by its local id. */
export type NewApplication = Omit<ApplyForMembershipInput, 'organizationId' | 'organizationCode'> & {
    readonly organizationId: string;
};
/** An application that was accepted for decision, by local ids. */
export interface Applied {
    readonly applicationId: string;
    readonly memberId: string;
    readonly applicationNo: string;
    readonly decideBy: CalendarDay;
}
/**
 * Files an application. The person is known by the identity number: somebody new gets a row in the register, a
 * former member comes back on the row they had, which changes only when the application is approved.
 * `synthetic` marks made-up people of the demo.
 * Errors: MEMBER_*, MEMBERSHIP_PRIMARY_EXISTS, MEMBERSHIP_APPLICATION_PENDING, NOT_FOUND, FORBIDDEN.
 */
export declare function applyForMembership(ctx: RequestContext, input: NewApplication, synthetic?: boolean): Promise<Applied>;
/**
 * Approves or rejects. Approved: a primary membership begins on `since`, which lies between the day of application
 * and today: before it nobody had asked for anything, and what lies ahead is not in force yet.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, MEMBERSHIP_APPLICATION_DECIDED, MEMBERSHIP_REASON_REQUIRED,
 * MEMBERSHIP_PRIMARY_EXISTS, MEMBERSHIP_DATE_*.
 */
export declare function decideMembershipApplication(ctx: RequestContext, input: DecideMembershipApplicationInput): Promise<{
    applicationId: string;
    memberId: string;
}>;
