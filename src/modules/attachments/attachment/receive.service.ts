import type { Readable } from 'node:stream';
import {
  FILE_TYPES,
  type FileType,
  openedStream,
  type RequestContext,
  recordRead,
  refuse,
  sealedSize,
  sealedStream,
  settingsOf,
  toGlobalId,
} from '../../../kernel/index.js';
import { Examination } from '../content/examination.js';
import { errors } from '../errors.js';
import { addBy, ownerTypes } from '../owners.js';
import { attachmentSettings } from '../settings.js';
import type { Again } from '../ticket/ticket.service.js';
import { AttachmentEntity } from './attachment.entity.js';
import { type AttachmentRow, attachmentNode } from './attachment.node.js';
import { awaitedUpload } from './attachment.repository.js';
import { contentPlace, placeOf } from './place.js';

const MEBIBYTE = 1024 * 1024;

/** A content on its way to the file it was announced as. */
export interface Upload {
  readonly id: string;
  readonly content: Readable;
  readonly announcedSize: number;
  readonly again: Again;
}

/**
 * Takes the content of an announced file: examined, sealed and stored while it arrives, never held as a whole. The
 * file is there once this has returned. No connection to the database is held meanwhile.
 * Errors: FILE_ADDRESS_INVALID, ATTACHMENT_SIZE_MISMATCH, ATTACHMENT_TYPE_REFUSED, ATTACHMENT_ARCHIVE_REFUSED.
 */
export async function receive(
  ctx: RequestContext,
  { id, content, announcedSize, again }: Upload,
): Promise<{ id: string; size: number; sha256: string }> {
  const row = await awaitedUpload(ctx, id);
  if (!row || !(await stillMayAdd(ctx, row))) throw refuse(errors.FILE_ADDRESS_INVALID);
  if (announcedSize !== row.size) throw refuse(errors.ATTACHMENT_SIZE_MISMATCH, { details: { size: row.size } });
  const key = await ctx.kernel.vault.openFileKey(ctx, placeOf(row, 'key_wrapped'), row.keyWrapped);
  if (!key) throw refuse(errors.FILE_ADDRESS_INVALID);
  const { maxUnpackedMegabytes } = await settingsOf(ctx, attachmentSettings);
  const examination = new Examination({
    type: typeOfMedia(row.mediaType),
    size: row.size,
    maxUnpacked: maxUnpackedMegabytes * MEBIBYTE,
  });
  const sealed = sealedStream(examination.of(content), key, contentPlace(ctx, id));
  const { files } = ctx.kernel;
  try {
    await files.put(row.storageKey, sealed, sealedSize(row.size));
    const { sha256 } = examination;
    // It may have taken ten minutes: who has lost the permission meanwhile has added nothing.
    const now = await again();
    if (!now || !(await stillMayAdd(now, row))) throw refuse(errors.FILE_ADDRESS_INVALID);
    await ctx.transaction(async (tx) => {
      // Gone when the sweep, or the erasure of the person, came first.
      const kept = await tx.em.findOne(AttachmentEntity, { id, storedAt: null });
      if (!kept) throw refuse(errors.FILE_ADDRESS_INVALID);
      kept.sha256 = sha256;
      kept.storedAt = new Date();
      await tx.em.flush();
      await tx.emit('attachment.added', { attachmentId: id, ownerId: row.ownerId, kind: row.kind });
    });
    return { id: toGlobalId('Attachment', id), size: row.size, sha256: sha256.toString('hex') };
  } catch (error) {
    await files.delete(row.storageKey).catch((cause) => ctx.kernel.log.warn({ err: cause }, 'a file was left behind'));
    throw examination.refusal ?? error;
  }
}

/** A file as it goes out. */
export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly content: Readable;
}

/**
 * Opens a file for its reader, and puts the reading on record before the first byte goes out.
 * Errors: FILE_ADDRESS_INVALID when the reader may not see it (any more), or nobody can.
 */
export async function send(ctx: RequestContext, id: string): Promise<SentFile> {
  const row = await attachmentNode.load(ctx, id);
  if (!row) throw refuse(errors.FILE_ADDRESS_INVALID);
  const { vault, files } = ctx.kernel;
  const key = await vault.openFileKey(ctx, placeOf(row, 'key_wrapped'), row.keyWrapped);
  const name = await vault.open(ctx, placeOf(row, 'name_sealed'), row.nameSealed);
  if (!key || name === null) throw refuse(errors.FILE_ADDRESS_INVALID);
  const sealed = await files.get(row.storageKey);
  try {
    await recordRead(ctx, {
      entity: 'Attachment',
      nodeType: row.ownerType,
      nodeId: row.ownerId,
      entityId: id,
      fields: ['content'],
    });
  } catch (error) {
    sealed.destroy();
    throw error;
  }
  return { name, mediaType: row.mediaType, size: row.size, content: openedStream(sealed, key, contentPlace(ctx, id)) };
}

async function stillMayAdd(ctx: RequestContext, row: AttachmentRow): Promise<boolean> {
  const owner = ownerTypes(ctx).get(row.ownerType);
  const kind = owner?.kinds.get(row.kind);
  return owner !== undefined && kind !== undefined && owner.source.holds(ctx, addBy(kind), row.ownerId);
}

function typeOfMedia(mediaType: string): FileType {
  return (Object.keys(FILE_TYPES) as FileType[]).find((type) => FILE_TYPES[type] === mediaType)!;
}
