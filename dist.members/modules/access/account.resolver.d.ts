import { type Page, PageArgs, Payload, type RequestContext } from '../../kernel/index.js';
import { type OrganizationRow } from '../organizations/index.js';
import { GrantRoleInput, RegisterAccountInput, RevokeRoleInput, SuspendAccountInput } from './account.inputs.js';
import { type AssignmentRow } from './principal.repository.js';
import { type PrincipalRow } from './principal.type.js';
/** Base of the payloads below: each gives back the account as it is now. */
export declare class AccountPayload extends Payload {
    account?: object | null;
}
export declare class AccountResolver {
    accounts(page: PageArgs, ctx: RequestContext): Promise<Page<PrincipalRow>>;
    roles(account: PrincipalRow, ctx: RequestContext): Promise<AssignmentRow[]>;
    registerAccount(input: RegisterAccountInput, ctx: RequestContext): Promise<AccountPayload>;
    suspendAccount(input: SuspendAccountInput, ctx: RequestContext): Promise<AccountPayload>;
    grantRole(input: GrantRoleInput, ctx: RequestContext): Promise<AccountPayload>;
    revokeRole(input: RevokeRoleInput, ctx: RequestContext): Promise<AccountPayload>;
}
export declare class RoleAssignmentResolver {
    id(assignment: AssignmentRow): string;
    organization(assignment: AssignmentRow, ctx: RequestContext): Promise<OrganizationRow | null>;
}
