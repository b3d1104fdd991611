import { v7 as uuidv7 } from 'uuid';
import {
  assertHolds,
  checkLine,
  enqueue,
  localId,
  lockFor,
  Problems,
  type RequestContext,
  refuse,
  settingsOf,
} from '../../../kernel/index.js';
import { standingOf } from '../../attachments/index.js';
import { assertMay } from '../../organizations/index.js';
import { errors } from '../errors.js';
import { exportSettings } from '../settings.js';
import { ExportEntity } from './export.entity.js';
import type { RequestExportInput } from './export.inputs.js';
import { isAccount, takenToday } from './export.repository.js';
import { countExportable, exportLists, REQUEST } from './lists.js';

/**
 * Asks for a list as a file. Up to the limit of a day it is written at once; beyond, a second person must approve it.
 * Errors: EXPORT_LIST_UNKNOWN, EXPORT_NEEDS_ACCOUNT, FORBIDDEN, NOT_FOUND, INVALID_VALUE.
 */
export async function requestExport(ctx: RequestContext, input: RequestExportInput): Promise<string> {
  const lists = exportLists(ctx);
  const list = lists.get(input.list);
  if (!list) {
    const details = { list: input.list, lists: [...lists.keys()].join(', ') };
    throw refuse(errors.EXPORT_LIST_UNKNOWN, { path: ['input', 'list'], details });
  }
  assertHolds(ctx.principal, list.permission);
  const { id: accountId, name } = ctx.principal!;
  if (!(await isAccount(ctx, accountId))) throw refuse(errors.EXPORT_NEEDS_ACCOUNT);
  const path = ['input', 'withinId'];
  const within = input.withinId == null ? null : localId('Organization', input.withinId, path);
  if (within !== null) await assertMay(ctx, REQUEST, within, path);
  const problems = new Problems();
  const purpose = checkLine(problems, ['input', 'purpose'], input.purpose, { min: 2, max: 200 });
  const recipient =
    input.recipient == null ? null : checkLine(problems, ['input', 'recipient'], input.recipient, { min: 2, max: 100 });
  problems.throwIfAny();

  const id = uuidv7();
  await ctx.transaction(async (tx) => {
    // One at a time per person, so that two at once do not both fit under the limit.
    await lockFor(tx, `exports:${accountId}`);
    const countedRows = await countExportable(tx, list, within);
    const { approvalAbove } = await settingsOf(tx, exportSettings);
    const alone = (await takenToday(tx, accountId)) + countedRows <= approvalAbove;
    tx.em.persist(
      tx.em.create(ExportEntity, {
        id,
        list: input.list,
        organizationId: within,
        purpose,
        recipient,
        status: alone ? 'QUEUED' : 'AWAITS_APPROVAL',
        countedRows,
        requestedBy: accountId,
        requesterName: name,
        requestedAt: new Date(),
        standing: standingOf(tx),
      }),
    );
    await tx.em.flush();
    await tx.emit('export.requested', { exportId: id });
    if (alone) await enqueue(tx, 'exports:write', { exportId: id });
  });
  return id;
}
