import type { ErrorDetails, UserErrorShape } from '../errors/refusal.js';
export declare class UserError implements UserErrorShape {
    code: string;
    message: string;
    path: readonly string[];
    retryable: boolean;
    details: ErrorDetails | null;
}
/** Base of every mutation payload. The kernel fills `userErrors`; a resolver returns the rest. */
export declare abstract class Payload {
    userErrors?: UserErrorShape[];
}
