import type { RequestContext } from '../../kernel/index.js';
/** A principal with the roles in force on a day, as one row. */
export interface PrincipalWithRoles {
    readonly id: string;
    readonly name: string;
    readonly status: 'ACTIVE' | 'SUSPENDED';
    readonly memberId: string | null;
    /** The union of the member behind the principal. */
    readonly memberOrganizationId: string | null;
    readonly roles: readonly {
        readonly role: string;
        readonly organizationId: string | null;
    }[];
}
/** Reads a principal by its subject with one statement; `null` when this district does not know it. */
export declare function principalBySubject(ctx: RequestContext, subject: string): Promise<PrincipalWithRoles | null>;
/** One change of administration at a time per district, so that the last administrator cannot be lost to a race. */
export declare function lockAdministration(tx: RequestContext): Promise<void>;
/** Whether anybody but this account is an active administrator of the district today. */
export declare function otherAdministrators(tx: RequestContext, accountId: string): Promise<boolean>;
/** Whether the account holds the role on exactly this scope today or later. */
export declare function roleIsHeld(tx: RequestContext, accountId: string, role: string, organizationId: string | null): Promise<boolean>;
/** Roles given to each of these accounts that are not over, batched. */
export declare function assignmentsOf(ctx: RequestContext, accountId: string): Promise<AssignmentRow[]>;
export interface AssignmentRow {
    readonly id: string;
    readonly role: string;
    readonly organizationId: string | null;
    readonly since: string;
    readonly until: string | null;
}
