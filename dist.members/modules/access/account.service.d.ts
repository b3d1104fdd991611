import { type RequestContext } from '../../kernel/index.js';
import type { GrantRoleInput, RegisterAccountInput, RevokeRoleInput, SuspendAccountInput } from './account.inputs.js';
/** Registers an identity of this district. It can do nothing until it is given a role. Returns the local id. */
export declare function registerAccount(ctx: RequestContext, input: RegisterAccountInput): Promise<string>;
/** Stops an account, or lets it act again; it takes effect within seconds on every process. */
export declare function suspendAccount(ctx: RequestContext, input: SuspendAccountInput): Promise<string>;
/** Gives a role on the whole district, on a subtree, or on the member's own data, as the role's kind of scope says. */
export declare function grantRole(ctx: RequestContext, input: GrantRoleInput): Promise<string>;
/** Takes a role away as of today; the assignment stays on record. */
export declare function revokeRole(ctx: RequestContext, input: RevokeRoleInput): Promise<string>;
