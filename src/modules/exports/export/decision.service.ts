import {
  checkLine,
  enqueue,
  kernelErrors,
  localId,
  Problems,
  type RequestContext,
  refuse,
} from '../../../kernel/index.js';
import { errors } from '../errors.js';
import type { ApproveExportInput, RejectExportInput } from './export.inputs.js';
import { exportNode } from './export.node.js';
import { claimExport, isAccount } from './export.repository.js';

const APPROVE = 'export:approve';

/**
 * Decides on an export that waits, as a second person.
 * Errors: NOT_FOUND, FORBIDDEN, EXPORT_OWN_REQUEST, EXPORT_NEEDS_ACCOUNT, EXPORT_NOT_AWAITING, STALE_VERSION,
 * EXPORT_REASON_REQUIRED.
 */
export async function decideExport(
  ctx: RequestContext,
  input: ApproveExportInput & Partial<RejectExportInput>,
  decision: 'APPROVE' | 'REJECT',
): Promise<string> {
  const path = ['input', 'exportId'];
  const id = localId('Export', input.exportId, path);
  await ctx.transaction(async (tx) => {
    const seen = await exportNode.load(tx, id);
    if (!seen) throw refuse(kernelErrors.NOT_FOUND, { path });
    if (!(await exportNode.holds(tx, APPROVE, id))) {
      throw refuse(kernelErrors.FORBIDDEN, { path, details: { permission: APPROVE } });
    }
    if (!(await isAccount(tx, tx.principal!.id))) throw refuse(errors.EXPORT_NEEDS_ACCOUNT);
    // Nobody has two accounts: a person stands behind one of them at most.
    if (seen.requestedBy === tx.principal!.id) throw refuse(errors.EXPORT_OWN_REQUEST, { path });
    const found = await claimExport(tx, id, input.expectedVersion);
    if (found.status !== 'AWAITS_APPROVAL') throw refuse(errors.EXPORT_NOT_AWAITING, { path });
    if (decision === 'REJECT') found.decisionReason = reasonOf(input.reason);
    found.status = decision === 'APPROVE' ? 'QUEUED' : 'REJECTED';
    found.decidedBy = tx.principal!.id;
    found.deciderName = tx.principal!.name;
    found.decidedAt = new Date();
    await tx.em.flush();
    await tx.emit('export.decided', { exportId: id, approved: decision === 'APPROVE' });
    if (decision === 'APPROVE') await enqueue(tx, 'exports:write', { exportId: id });
  });
  return id;
}

function reasonOf(given: string | undefined): string {
  const problems = new Problems();
  const reason = checkLine(problems, ['input', 'reason'], given ?? '', { min: 2, max: 200 });
  try {
    problems.throwIfAny();
  } catch {
    throw refuse(errors.EXPORT_REASON_REQUIRED, { path: ['input', 'reason'] });
  }
  return reason;
}
