import type { Principal, RequestContext } from '../../kernel/index.js';
/**
 * The principal of a subject with its grants as the tables say today. `null` when unknown, suspended or without any
 * role: nobody is let in on the word of a token alone.
 */
export declare function loadPrincipal(ctx: RequestContext, subject: string): Promise<Principal | null>;
