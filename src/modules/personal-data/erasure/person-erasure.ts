import { type RequestContext, writeAudit } from '../../../kernel/index.js';
import { eraseRows } from './erasure.repository.js';

/**
 * Erases a person in the caller's transaction: files, what every installed module has registered, also of modules that
 * the district has off, and last the keys. Rows that ledgers and figures rest on stay, pseudonymous. The audit says
 * which columns were cleared, never what stood in them.
 */
export async function erase(tx: RequestContext, memberId: string): Promise<void> {
  await tx.em.flush();
  for (const { personalFiles } of tx.kernel.registry.plugins) await personalFiles?.erase(tx, memberId);
  await tx.em.flush();
  const cleared = await eraseRows(tx, memberId);
  await tx.kernel.vault.destroyKeys(tx, memberId);
  await writeAudit(tx, [
    {
      verb: 'DELETE',
      entity: 'Member',
      nodeType: 'Member',
      nodeId: memberId,
      changes: cleared.map((field) => ({ field, sealed: true })),
    },
  ]);
  await tx.emit('person.erased', { memberId });
}
