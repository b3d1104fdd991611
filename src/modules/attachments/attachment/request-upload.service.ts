import { v7 as uuidv7 } from 'uuid';
import {
  checkLine,
  enqueue,
  FILE_TYPES,
  kernelErrors,
  lockFor,
  parseGlobalId,
  Problems,
  type RequestContext,
  refuse,
  settingsOf,
} from '../../../kernel/index.js';
import { assertNotErased } from '../../personal-data/index.js';
import { typeOfName } from '../content/examination.js';
import { errors } from '../errors.js';
import { addBy, maxCount, maxMegabytes, type OwnerType, ownerTypes } from '../owners.js';
import { attachmentSettings } from '../settings.js';
import { issueAddress, UPLOAD_SECONDS } from '../ticket/ticket.service.js';
import { AttachmentEntity } from './attachment.entity.js';
import type { RequestUploadInput } from './attachment.inputs.js';
import { countOfKind } from './attachment.repository.js';
import { placeOf } from './place.js';

const MEBIBYTE = 1024 * 1024;
/** The address works for ten minutes, and whoever has begun has ten more; then the row is given up. */
const AWAITED_MS = 30 * 60_000;
const NAME_LENGTH = 120;

/**
 * Announces a file and answers the address that takes its content, once.
 * Errors: NOT_FOUND, FORBIDDEN, ATTACHMENT_KIND_UNKNOWN, ATTACHMENT_TYPE_REFUSED, ATTACHMENT_TOO_LARGE,
 * ATTACHMENT_TOO_MANY, PERSONAL_DATA_ERASED, INVALID_VALUE.
 */
export async function requestUpload(
  ctx: RequestContext,
  input: RequestUploadInput,
): Promise<{ uploadAddress: string; expiresAt: Date }> {
  const { owner, ownerId, keyOwnerId, personId } = await ownerOf(ctx, input.ownerId);
  const kind = owner.kinds.get(input.kind);
  if (!kind) {
    const details = { kind: input.kind, kinds: [...owner.kinds.keys()].join(', ') };
    throw refuse(errors.ATTACHMENT_KIND_UNKNOWN, { path: ['input', 'kind'], details });
  }
  if (!(await owner.source.holds(ctx, addBy(kind), ownerId))) {
    throw refuse(kernelErrors.FORBIDDEN, { path: ['input', 'ownerId'], details: { permission: addBy(kind) } });
  }
  const problems = new Problems();
  const name = checkLine(problems, ['input', 'name'], input.name, { max: NAME_LENGTH });
  const type = typeOfName(name);
  if (!type || !kind.types.includes(type)) {
    problems.add(errors.ATTACHMENT_TYPE_REFUSED, ['input', 'name'], { types: kind.types.join(', ') });
  }
  const megabytes = await limitOf(ctx, `${owner.type}.${input.kind}`, maxMegabytes(kind));
  if (input.size < 1) problems.add(kernelErrors.INVALID_VALUE, ['input', 'size'], { reason: '≥ 1' });
  if (input.size > megabytes * MEBIBYTE) problems.add(errors.ATTACHMENT_TOO_LARGE, ['input', 'size'], { megabytes });
  problems.throwIfAny();

  const id = uuidv7();
  const expiresAt = new Date(Date.now() + UPLOAD_SECONDS * 1_000);
  const uploadAddress = await ctx.transaction(async (tx) => {
    if (personId !== null) await assertNotErased(tx, personId, ['input', 'ownerId']);
    // One at a time per owner, so that two cannot take the last place.
    await lockFor(tx, `attachments:${ownerId}`);
    if ((await countOfKind(tx, ownerId, input.kind)) >= maxCount(kind)) {
      throw refuse(errors.ATTACHMENT_TOO_MANY, { path: ['input', 'kind'], details: { limit: maxCount(kind) } });
    }
    const { wrapped } = await tx.kernel.vault.fileKey(tx, placeOf({ id, keyOwnerId }, 'key_wrapped'));
    const nameSealed = await tx.kernel.vault.seal(tx, placeOf({ id, keyOwnerId }, 'name_sealed'), name);
    tx.em.persist(
      tx.em.create(AttachmentEntity, {
        id,
        ownerType: owner.type,
        ownerId,
        kind: input.kind,
        personId,
        keyOwnerId,
        nameSealed,
        keyWrapped: wrapped,
        mediaType: FILE_TYPES[type!],
        size: input.size,
        storageKey: `${tx.district.code}/${id}`,
        addedBy: tx.principal!.id,
        addedAt: new Date(),
        awaitedUntil: new Date(Date.now() + AWAITED_MS),
      }),
    );
    await tx.em.flush();
    await enqueue(tx, 'attachments:sweep', {}, { key: 'sweep', delaySeconds: AWAITED_MS / 1_000 + 60 });
    const terms = { use: 'UPLOAD', type: 'Attachment', seconds: UPLOAD_SECONDS } as const;
    return issueAddress(tx, '/attachments/upload', terms, id);
  });
  return { uploadAddress, expiresAt };
}

interface Owner {
  readonly owner: OwnerType;
  readonly ownerId: string;
  readonly personId: string | null;
  readonly keyOwnerId: string;
}

/** The node that a file goes to. Errors: NOT_FOUND, also for a node of a type that has no files. */
async function ownerOf(ctx: RequestContext, globalId: string): Promise<Owner> {
  const parsed = parseGlobalId(globalId);
  const owner = parsed && ownerTypes(ctx).get(parsed.type);
  const row = owner && ((await owner.source.load(ctx, parsed.uuid)) as Record<string, unknown> | null);
  if (!row) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'ownerId'] });
  const personId = owner.person ? String(row[owner.person]) : null;
  return { owner, ownerId: parsed.uuid, personId, keyOwnerId: personId ?? parsed.uuid };
}

async function limitOf(ctx: RequestContext, kind: string, own: number): Promise<number> {
  const { maxMegabytes: all, maxMegabytesOfKind } = await settingsOf(ctx, attachmentSettings);
  return Math.min(own, all, maxMegabytesOfKind[kind] ?? own);
}
