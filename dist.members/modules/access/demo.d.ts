import { type RequestContext } from '../../kernel/index.js';
/** Gives the district one made-up account per installed role. Adds what is missing, so that plugins can come later. */
export declare function seedDemoAccounts(ctx: RequestContext): Promise<void>;
