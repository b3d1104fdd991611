import { type Page, type PageRequest, type RequestContext } from '../../../kernel/index.js';
import type { MembershipKind } from '../membership/membership.type.js';
import { type MemberRow } from './member.node.js';
import type { MemberOrder } from './member.inputs.js';
/** Conditions of a list of members; organizations by their local ids. */
export interface MemberCriteria {
    readonly status?: string | null;
    readonly employmentType?: string | null;
    readonly organizationId?: string | null;
    readonly within?: string | null;
}
export declare function pageOfMembers(ctx: RequestContext, page: PageRequest, criteria: MemberCriteria, order?: MemberOrder | null): Promise<Page<MemberRow>>;
/** Members of one organization: those whose primary union it is, or those it covers at present. */
export declare function pageOfOrganizationMembers(ctx: RequestContext, organizationId: string, page: PageRequest, kind: MembershipKind, status: string | null | undefined): Promise<Page<MemberRow>>;
/**
 * Makes everybody who works on the same identity number wait, until this transaction ends, also when the person has
 * no row yet. Collisions of the 64-bit key only make strangers wait for each other.
 */
export declare function lockIdentity(tx: RequestContext, index: Buffer): Promise<void>;
/** Id of the person with this identity number, locked; null when the register has none. */
export declare function findByIdentity(tx: RequestContext, index: Buffer): Promise<string | null>;
/** Locks a person's row, so that only one transaction at a time changes their memberships. */
export declare function lockMember(tx: RequestContext, id: string): Promise<void>;
