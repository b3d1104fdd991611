import { type RequestFacts } from '../context.js';
import { type Kernel } from '../kernel.js';
/** Who calls, where, and which modules exist for them. */
export type Session = Pick<RequestFacts, 'district' | 'principal' | 'modules'>;
/** Turns bearer tokens into sessions: each plugin is asked whether it can read the token, the tables decide the rest. */
export declare class Sessions {
    #private;
    readonly kernel: Kernel;
    constructor(kernel: Kernel);
    /** Errors: UNAUTHENTICATED for any token that is not good, with nothing said about why. */
    open(authorization: string | undefined): Promise<Session>;
}
