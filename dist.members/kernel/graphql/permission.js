import { Extensions } from 'type-graphql';
/** Declares the permission a field needs. Every root field must have one, or be declared {@link Public}. */
export function Permission(permission) {
    return Extensions({ permission });
}
/** Declares a root field open to everybody, with nothing in it that is not. */
export function Public() {
    return Extensions({ permission: 'public' });
}
/** Declares a root field open to everybody who is signed in; the rows it gives are filtered by their own predicates. */
export function SignedIn() {
    return Extensions({ permission: 'signed-in' });
}
//# sourceMappingURL=permission.js.map