import type { InferEntity } from '@mikro-orm/core';
import { type CalendarDay, type RequestContext } from '../../../kernel/index.js';
import { MembershipEntity } from './membership.entity.js';
import type { AddSecondaryMembershipInput, EndMembershipInput, TransferMembershipInput } from './membership.inputs.js';
type Stretch = InferEntity<typeof MembershipEntity>;
/** What changed. */
export interface Changed {
    readonly memberId: string;
    readonly membershipId: string;
}
/** Opens a membership in the caller's transaction; the caller has checked everything and holds the person's lock. */
export declare function openMembership(tx: RequestContext, memberId: string, organizationId: string, kind: 'PRIMARY' | 'SECONDARY', since: CalendarDay): Stretch;
/**
 * Moves a member to another union of the district: the old primary membership ends and the new one begins on the same
 * day. Coverage by the very union that becomes the primary one ends with it; other coverage stays.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, MEMBERSHIP_* as in `errors.ts`.
 */
export declare function transferMembership(ctx: RequestContext, input: TransferMembershipInput): Promise<Changed>;
/**
 * Second coverage: a member of one union is covered by a joint union as well.
 * Errors: NOT_FOUND, FORBIDDEN, MEMBERSHIP_NOT_ACTIVE, MEMBERSHIP_JOINT_UNION_REQUIRED, MEMBERSHIP_SAME_ORGANIZATION, …
 */
export declare function addSecondaryMembership(ctx: RequestContext, input: AddSecondaryMembershipInput): Promise<Changed>;
/**
 * Ends a membership. With the primary one all second coverage ends too, since it supplements a membership and does
 * not stand alone; whoever should stay in a joint union is transferred there.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, MEMBERSHIP_ENDED, MEMBERSHIP_REASON_UNFIT, MEMBERSHIP_DATE_*.
 */
export declare function endMembership(ctx: RequestContext, input: EndMembershipInput): Promise<Changed>;
export {};
