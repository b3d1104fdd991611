import type { EntityName, RequiredEntityData } from '@mikro-orm/core';
import type { RequestContext } from '../../kernel/index.js';

/** Rows per unit of work: large ones cost more than their parts. */
const CHUNK = 500;

/**
 * Inserts entities with their audit records, in units of work of their own inside the same transaction: later flushes
 * need not look through thousands of rows again.
 */
export async function insertAll<Entity extends object>(
  tx: RequestContext,
  entity: EntityName<Entity>,
  rows: readonly RequiredEntityData<Entity>[],
): Promise<void> {
  await tx.em.flush();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const em = tx.em.fork({ keepTransactionContext: true });
    for (const row of rows.slice(start, start + CHUNK)) em.persist(em.create(entity, row));
    await em.flush();
  }
}
