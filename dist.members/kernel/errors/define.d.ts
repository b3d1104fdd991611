import type { Bilingual } from '../bilingual.js';
/** One refusal that a caller can meet: its stable code, what to tell people, and how to cure it. */
export interface ErrorDefinition {
    /** UPPER_SNAKE_CASE, never changed and never reused once released. */
    readonly code: string;
    /** May name values of `details` in braces: `{limit}`. */
    readonly message: Bilingual;
    /** What the caller can do about it; printed in `docs/errors.md`. */
    readonly cure: Bilingual;
    /** True when the same request may succeed later without any change. */
    readonly retryable: boolean;
    /** HTTP status when the refusal ends a whole request; inside a payload the status stays 200. */
    readonly httpStatus: number;
}
type ErrorInput = Pick<ErrorDefinition, 'message' | 'cure'> & Partial<Pick<ErrorDefinition, 'retryable' | 'httpStatus'>>;
/** Declares the closed list of error codes of one owner; the keys are the codes. */
export declare function defineErrors<Code extends string>(errors: Record<Code, ErrorInput>): Record<Code, ErrorDefinition>;
export {};
