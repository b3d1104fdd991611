import { enqueue, kernelErrors, localId, type RequestContext, refuse } from '../../../kernel/index.js';
import { ownerTypes } from '../owners.js';
import { AttachmentEntity } from './attachment.entity.js';
import { attachmentNode } from './attachment.node.js';
import { abandoned, anyAwaited } from './attachment.repository.js';

const REMOVE = 'attachment:remove';
/** Uploads that one run of the sweep gives up. */
const SWEPT = 500;
const SWEEP_SECONDS = 30 * 60;

/** Takes a file away for good. Errors: NOT_FOUND, FORBIDDEN. */
export async function removeAttachment(ctx: RequestContext, globalId: string): Promise<void> {
  const path = ['input', 'attachmentId'];
  const id = localId('Attachment', globalId, path);
  const row = await attachmentNode.load(ctx, id);
  const source = row && ownerTypes(ctx).get(row.ownerType)?.source;
  if (!source) throw refuse(kernelErrors.NOT_FOUND, { path });
  if (!(await source.holds(ctx, REMOVE, row.ownerId))) {
    throw refuse(kernelErrors.FORBIDDEN, { path, details: { permission: REMOVE } });
  }
  await ctx.transaction((tx) => removeAll(tx, { id }));
}

/** Everything about a person; for the erasure. */
export async function removeOfPerson(tx: RequestContext, memberId: string): Promise<void> {
  await removeAll(tx, { personId: memberId });
}

/** Gives up uploads that never came, and comes back for those still on their way. */
export async function sweep(ctx: RequestContext): Promise<void> {
  await ctx.transaction(async (tx) => {
    const ids = await abandoned(tx, SWEPT);
    if (ids.length > 0) await removeAll(tx, { id: { $in: ids } });
    await tx.em.flush();
    if (await anyAwaited(tx)) {
      await enqueue(
        tx,
        'attachments:sweep',
        {},
        { key: 'sweep', delaySeconds: ids.length < SWEPT ? SWEEP_SECONDS : 1 },
      );
    }
  });
}

/** Rows go now, contents once that is certain: a content without a row opens to nobody, a row without one misleads. */
async function removeAll(
  tx: RequestContext,
  which: { readonly id: string | { readonly $in: string[] } } | { readonly personId: string },
): Promise<void> {
  for (const file of await tx.em.find(AttachmentEntity, which as { id: string })) {
    tx.em.remove(file);
    await enqueue(tx, 'attachments:remove-content', { storageKey: file.storageKey });
  }
  await tx.em.flush();
}
