import type { RequestContext, SealedPlace } from '../../../kernel/index.js';

/** Where the sealed parts of a file's row stand, and whose they are. */
export function placeOf(
  { id, keyOwnerId }: { readonly id: string; readonly keyOwnerId: string },
  column: 'name_sealed' | 'key_wrapped',
): SealedPlace {
  return { table: 'attachments', column, rowId: id, personId: keyOwnerId };
}

/** What ties a content to its row: with another row's key or in another district it does not open. */
export function contentPlace(ctx: RequestContext, id: string): string {
  return `${ctx.district.id}/attachments/content/${id}`;
}
