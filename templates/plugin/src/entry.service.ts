import {
  checkLine,
  kernelErrors,
  localId,
  lockFor,
  Problems,
  type RequestContext,
  refuse,
  settingsOf,
  uuidv7,
} from 'lianxin/kernel';
import { memberNode } from 'lianxin/modules/members';
import { assertTakesPart } from 'lianxin/modules/switches';
import { EntryEntity } from './entry.entity.js';
import type { AddSamplePluginEntryInput } from './entry.inputs.js';
import { type EntryRow, entryNode } from './entry.node.js';
import { countOpen } from './entry.repository.js';
import { errors } from './errors.js';
import { settings } from './settings.js';

/**
 * Makes an entry about a member.
 * Errors: NOT_FOUND, FORBIDDEN, MODULE_STANDS_ASIDE, INVALID_VALUE, SAMPLE_PLUGIN_TOO_MANY.
 */
export async function addEntry(ctx: RequestContext, input: AddSamplePluginEntryInput): Promise<EntryRow> {
  const path = ['input', 'memberId'];
  const memberId = localId('Member', input.memberId, path);
  const id = uuidv7();
  await ctx.transaction(async (tx) => {
    const member = await memberNode.load(tx, memberId);
    if (!member) throw refuse(kernelErrors.NOT_FOUND, { path });
    if (!(await memberNode.holds(tx, 'sample-plugin:write', memberId))) throw refuse(kernelErrors.FORBIDDEN, { path });
    // A hub may stand aside from new entries, for all unions below it.
    if (member.organizationId) await assertTakesPart(tx, 'sample-plugin', member.organizationId, path);
    const problems = new Problems();
    const note = checkLine(problems, ['input', 'note'], input.note, { max: 200 });
    problems.throwIfAny();
    // One at a time per member, so that two cannot both make the last one.
    await lockFor(tx, `sample-plugin:${memberId}`);
    const { maxOpen } = await settingsOf(tx, { id: 'sample-plugin', settings });
    if ((await countOpen(tx, memberId)) >= maxOpen) {
      throw refuse(errors.SAMPLE_PLUGIN_TOO_MANY, { path, details: { limit: maxOpen } });
    }
    tx.em.persist(tx.em.create(EntryEntity, { id, memberId, note, madeOn: tx.today, synthetic: false }));
    await tx.emit('sample-plugin.entry-made', { entryId: id, memberId });
  });
  return (await entryNode.load(ctx, id))!;
}

/** Closes today all entries about a member; repeated, it does nothing more. */
export async function closeEntries(ctx: RequestContext, memberId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    for (const entry of await tx.em.find(EntryEntity, { memberId, closedOn: null })) entry.closedOn = tx.today;
  });
}
