import { openedStream, type RequestContext, recordRead, refuse } from '../../../kernel/index.js';
import { errors as fileErrors, rolesLeft, type SentFile } from '../../attachments/index.js';
import { type ExportRow, exportNode } from './export.node.js';
import { exportLists } from './lists.js';
import { contentPlace, keyPlace } from './place.js';

/** Whether the caller can fetch the file: it is there, and they asked for it. Nobody else ever gets it. */
export function fetchable(ctx: RequestContext, row: ExportRow): boolean {
  const live = row.status === 'READY' && new Date(row.expiresAt!) > new Date();
  return live && row.requestedBy === ctx.principal?.id;
}

/**
 * Opens the file for its requester and records the reading. Every role that it was asked for with must still be held:
 * which of its rows each of them opened is known to nobody any more.
 * Errors: FILE_ADDRESS_INVALID.
 */
export async function sendExport(ctx: RequestContext, id: string): Promise<SentFile> {
  const row = await exportNode.load(ctx, id);
  const list = row && exportLists(ctx).get(row.list);
  if (
    !row ||
    !list ||
    !fetchable(ctx, row) ||
    !rolesLeft(ctx, row.standing) ||
    list.source.reach(ctx, list.permission) === false
  ) {
    throw refuse(fileErrors.FILE_ADDRESS_INVALID);
  }
  const key = await ctx.kernel.vault.openFileKey(ctx, keyPlace(id), row.keyWrapped!);
  if (!key) throw refuse(fileErrors.FILE_ADDRESS_INVALID);
  const sealed = await ctx.kernel.files.get(row.storageKey!);
  try {
    const fields = Object.keys(list.columns).map((column) => `${list.type}.${column}`);
    await recordRead(ctx, { entity: 'Export', nodeType: 'Export', nodeId: id, fields, purpose: row.purpose });
  } catch (error) {
    sealed.destroy();
    throw error;
  }
  return {
    name: `${row.list}-${row.readyAt!.slice(0, 10)}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    size: Number(row.size),
    content: openedStream(sealed, key, contentPlace(ctx, id)),
  };
}
