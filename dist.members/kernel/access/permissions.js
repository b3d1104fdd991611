/** Declares permissions; the keys are the names. */
export function definePermissions(permissions) {
    return Object.freeze(permissions);
}
//# sourceMappingURL=permissions.js.map