import { type Locale } from '../bilingual.js';
import type { ErrorDefinition } from './define.js';
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;
/** One reason why a request was refused; a refusal may carry several, so that a form can mark every field at once. */
export interface Problem {
    readonly error: ErrorDefinition;
    /** Where in the arguments, for example `['input', 'parentId']`. */
    readonly path: readonly string[];
    readonly details: ErrorDetails;
}
/** A problem as the caller reads it, in one language. */
export interface UserErrorShape {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[];
    readonly retryable: boolean;
    readonly details: ErrorDetails | null;
}
/** An expected refusal. In a mutation it becomes `userErrors`, elsewhere a GraphQL error with the same code. */
export declare class Refusal extends Error {
    readonly problems: readonly [Problem, ...Problem[]];
    constructor(problems: readonly [Problem, ...Problem[]]);
}
/** The refusal for one problem: `throw refuse(errors.ORGANIZATION_CYCLE, { path: ['input', 'parentId'] })`. */
export declare function refuse(error: ErrorDefinition, at?: {
    readonly path?: readonly string[];
    readonly details?: ErrorDetails;
}): Refusal;
/** Collects problems so that all of them are reported at once. */
export declare class Problems {
    #private;
    add(error: ErrorDefinition, path: readonly string[], details?: ErrorDetails): void;
    /** Throws one refusal with every problem found so far; returns when there is none. */
    throwIfAny(): void;
}
/** A problem in the caller's language, with the values of `details` filled into the message. */
export declare function describeProblem(problem: Problem, locale: Locale): UserErrorShape;
