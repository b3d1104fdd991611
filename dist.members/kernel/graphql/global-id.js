import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
const UUID_BYTES = 16;
const MAX_LENGTH = 64;
/** Opaque global id of a node: base64url of `<Type>:<16 bytes of the uuid>`. Callers must not take it apart. */
export function toGlobalId(type, uuid) {
    return Buffer.concat([Buffer.from(`${type}:`), Buffer.from(uuid.replaceAll('-', ''), 'hex')]).toString('base64url');
}
/** Type and uuid of a global id; `null` when it is not one. */
export function parseGlobalId(id) {
    if (id.length > MAX_LENGTH || !/^[\w-]+$/.test(id))
        return null;
    const bytes = Buffer.from(id, 'base64url');
    const split = bytes.length - UUID_BYTES - 1;
    if (split < 1 || bytes[split] !== 0x3a)
        return null;
    const hex = bytes.subarray(split + 1).toString('hex');
    const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const type = bytes.subarray(0, split).toString('latin1');
    return /^[A-Za-z_]\w*$/.test(type) ? { type, uuid } : null;
}
/** The uuid in a global id of the expected type. Errors: NOT_FOUND for anything else, so that nothing can be probed. */
export function localId(type, id, path = []) {
    const parsed = parseGlobalId(id);
    if (parsed?.type !== type)
        throw refuse(kernelErrors.NOT_FOUND, { path });
    return parsed.uuid;
}
//# sourceMappingURL=global-id.js.map