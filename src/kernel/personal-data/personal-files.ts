import type { RequestContext } from '../context.js';

/** A file about a person, as the export of everything about that person names it. */
export interface PersonalFile {
  /** `Type.kind` of what it is attached to, such as `Member.proof`. */
  readonly kind: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
  /** RFC 3339. */
  readonly addedAt: string;
  /** Single-use address of the content, good for a minute; `null` when the caller may know of the file and not read it. */
  readonly downloadAddress: string | null;
}

/** Files about persons that a plugin keeps outside its tables. */
export interface PersonalFiles {
  /** Everything on file about a member, whatever the caller may see elsewhere: whoever calls has checked that. */
  export(ctx: RequestContext, memberId: string): Promise<readonly PersonalFile[]>;
  /** Takes everything away: rows in this transaction, contents once it has been committed. */
  erase(tx: RequestContext, memberId: string): Promise<void>;
}
