/** What the schema keeps about a guarded field. */
export interface GuardExtensions {
    /** `noun:verb`, or `public` for a field open to every caller, signed in or not. */
    readonly permission?: string;
}
/** Declares the permission a field needs. Every root field must have one, or be declared {@link Public}. */
export declare function Permission(permission: `${string}:${string}`): MethodDecorator & PropertyDecorator;
/** Declares a root field open to everybody, with nothing in it that is not. */
export declare function Public(): MethodDecorator & PropertyDecorator;
/** Declares a root field open to everybody who is signed in; the rows it gives are filtered by their own predicates. */
export declare function SignedIn(): MethodDecorator & PropertyDecorator;
