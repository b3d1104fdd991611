import { type Page, type PageRequest, type RequestContext } from '../../../kernel/index.js';
import { type MembershipRow } from './membership.node.js';
/** Memberships of one person, past and present; all persons of a page are read with one statement. */
export declare function pageOfMemberships(ctx: RequestContext, memberId: string, page: PageRequest): Promise<Page<MembershipRow>>;
/** A union as a place where people are members. */
export interface Union {
    readonly id: string;
    readonly kind: string;
    readonly type: string;
    readonly status: string;
    readonly foundedOn: string | null;
}
/** The union whatever the caller may see of it: whoever calls this has asked for the permission, or decides for themselves. */
export declare function findUnion(tx: RequestContext, id: string): Promise<Union | null>;
/** Local id of the union with this code; null when the district has none. */
export declare function findUnionByCode(ctx: RequestContext, code: string): Promise<string | null>;
/** The union of a person's latest primary membership, ended or not, and why it ended. */
export declare function latestPrimary(tx: RequestContext, memberId: string): Promise<{
    organizationId: string;
    until: string | null;
} | null>;
