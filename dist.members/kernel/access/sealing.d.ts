/** Where a sealed value stands; a value moved anywhere else does not open. */
export interface SealPlace {
    readonly districtId: number;
    readonly table: string;
    readonly column: string;
    readonly rowId: string;
}
/**
 * Encrypts single values (AES-256-GCM) and makes keyed blind indexes (HMAC-SHA-256) for equality look-ups.
 * Layout of a sealed value: version byte, nonce, tag, ciphertext; the version lets keys and algorithms change.
 */
export declare class Sealer {
    #private;
    readonly masterKey: Buffer;
    constructor(masterKey: Buffer);
    seal(plain: string, place: SealPlace): Buffer;
    /** Errors: a plain Error when the value was altered, moved, or sealed under another key. */
    open(sealed: Uint8Array, place: SealPlace): string;
    /** Equal for equal values of one district and column only; version byte and 16 bytes. */
    blindIndex(value: string, districtId: number, column: string): Buffer;
}
/** The master key of this installation, 32 bytes in `<home>/keys/sealing.key` (mode 0600), made at first use. */
export declare function fileSealer(home: string): Sealer;
/** A random secret of 32 bytes in a file; the first process to come creates it, the others read it. */
export declare function readOrCreateKey(folder: string, name: string): Buffer;
