/** Opaque global id of a node: base64url of `<Type>:<16 bytes of the uuid>`. Callers must not take it apart. */
export declare function toGlobalId(type: string, uuid: string): string;
/** Type and uuid of a global id; `null` when it is not one. */
export declare function parseGlobalId(id: string): {
    readonly type: string;
    readonly uuid: string;
} | null;
/** The uuid in a global id of the expected type. Errors: NOT_FOUND for anything else, so that nothing can be probed. */
export declare function localId(type: string, id: string, path?: readonly string[]): string;
