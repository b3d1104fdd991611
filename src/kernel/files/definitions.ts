import type { Bilingual } from '../bilingual.js';
import type { RequestContext } from '../context.js';
import type { NodeSource } from '../database/node-source.js';

/** What a file is, as its content says, by the ending that its name must have. Nothing else is taken in. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** One kind of file that can be attached to a node, such as the photo of a member. */
export interface AttachmentKind {
  readonly title: Bilingual;
  readonly types: readonly FileType[];
  /** In mebibytes, at most 100 (the default); a district may set less. */
  readonly maxMegabytes?: number;
  /** How many of this kind one owner may have; 20 by default. */
  readonly maxCount?: number;
  /** Permissions to read and to add files of this kind, held on the owner; `attachment:read` and `attachment:add` by default. */
  readonly readBy?: `${string}:${string}`;
  readonly addBy?: `${string}:${string}`;
}

/** Which files belong to the nodes of one type. A plugin may add kinds to somebody else's type. */
export interface AttachmentOwner {
  /**
   * Said by the plugin of the type, when its rows are about a person: their property with the id of the member, whose
   * key then seals the files. Without it the key is that of the row itself.
   */
  readonly person?: string;
  readonly kinds: Readonly<Record<string, AttachmentKind>>;
}

export interface ExportColumn {
  readonly title: Bilingual;
  /** What stands in the file; sealed values are masked here as the graph masks them. Called for many rows in one tick. */
  value(ctx: RequestContext, row: never): Promise<Cell> | Cell;
}
export type Cell = string | number | boolean | null | undefined;

/** A list that can be had as one file: the visible rows of a node, with the columns written down one by one. */
export interface ExportList {
  readonly title: Bilingual;
  /** GraphQL type of the rows. */
  readonly type: string;
  readonly source: NodeSource;
  /** Needed in addition to `export:request`; both must be held on a row for it to stand in the file. */
  readonly permission: `${string}:${string}`;
  /** Column of `node` with the organization that a row belongs to, for exports of a part of the district. */
  readonly place: `node.${string}`;
  /** Column of `node` with the member whom a row is about; disclosures to others are recorded there. */
  readonly person?: `node.${string}`;
  readonly columns: Readonly<Record<string, ExportColumn>>;
}
