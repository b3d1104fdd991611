import type { RequestContext } from '../context.js';

/** Where a sealed value stands and whose it is; a value moved anywhere else does not open. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  /** Local id of the member whose key seals it. */
  readonly personId: string;
}

/**
 * Seals what must never be plain at rest. Every person has a data key per class of data, wrapped by the key of district
 * and class, which is wrapped by a key of the installation's ring or of a key service. The class of a column stands in
 * the `personalData` of its plugin; a column that nobody registered cannot be sealed.
 */
export interface Vault {
  /** Seals a value inside a transaction; the person's key is made with the first. */
  seal(tx: RequestContext, place: SealedPlace, value: string): Promise<Buffer>;
  /** Opens a value; keys of the same tick are read with one statement. `null` once the person has been erased. */
  open(ctx: RequestContext, place: SealedPlace, sealed: Uint8Array): Promise<string | null>;
  /**
   * A value in the form in which it may be shown, remembered for at most a minute: lists show the same people again and
   * again. Never remembers a value in plain. Stars alone once the person has been erased.
   */
  masked(
    ctx: RequestContext,
    place: SealedPlace,
    sealed: Uint8Array,
    mask: (plain: string) => string,
  ): string | Promise<string>;
  /**
   * Equal for equal values of one district and name only: for equality look-ups. 17 bytes, version byte first. The name
   * is that of a registered index column without `_index`.
   */
  blindIndex(ctx: RequestContext, name: string, value: string): Promise<Buffer>;
  /** A fresh key for one file of a person: in plain for use, and wrapped for keeping beside the file. */
  fileKey(tx: RequestContext, place: SealedPlace): Promise<{ readonly key: Buffer; readonly wrapped: Buffer }>;
  /** The key of a file, or `null` once the person has been erased. */
  openFileKey(ctx: RequestContext, place: SealedPlace, wrapped: Uint8Array): Promise<Buffer | null>;
  /** Destroys all keys of a person: whatever they sealed, here and in backups, can never be opened again. */
  destroyKeys(tx: RequestContext, personId: string): Promise<void>;
}
