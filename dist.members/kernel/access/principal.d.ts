/** Where a grant holds: the whole district, one organization with everything below it, or the person alone. */
export type GrantScope = {
    readonly kind: 'district';
} | {
    readonly kind: 'subtree';
    readonly organizationId: string;
} | {
    readonly kind: 'self';
    readonly memberId: string;
    readonly organizationId: string | null;
};
/** One role held in one scope, with the permissions it gives. */
export interface Grant {
    readonly role: string;
    readonly scope: GrantScope;
    readonly permissions: ReadonlySet<string>;
}
/** Who acts. Built from the tables of the district by the access module, never from the claims of a token alone. */
export interface Principal {
    readonly id: string;
    readonly name: string;
    readonly grants: readonly Grant[];
}
/** The scopes in which the principal holds a permission; empty means nowhere, and nowhere means nothing. */
export declare function scopesOf(principal: Principal | null, permission: string): readonly GrantScope[];
/** Coarse check: the permission is held somewhere. Services check the place. Errors: UNAUTHENTICATED, FORBIDDEN. */
export declare function assertHolds(principal: Principal | null, permission: string): void;
