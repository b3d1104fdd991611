import type { RequestContext, SealedPlace } from '../../../kernel/index.js';

/** An export has a key of its own: destroyed when it expires, it closes copies and backups of the file as well. */
export function keyPlace(id: string): SealedPlace {
  return { table: 'exports', column: 'key_wrapped', rowId: id, personId: id };
}

/** What ties a content to its row. */
export function contentPlace(ctx: RequestContext, id: string): string {
  return `${ctx.district.id}/exports/content/${id}`;
}
