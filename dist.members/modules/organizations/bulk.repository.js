/** Rows per unit of work: large ones cost more than their parts. */
const CHUNK = 500;
/**
 * Inserts entities with their audit records, in units of work of their own inside the same transaction: later flushes
 * need not look through thousands of rows again.
 */
export async function insertAll(tx, entity, rows) {
    await tx.em.flush();
    for (let start = 0; start < rows.length; start += CHUNK) {
        const em = tx.em.fork({ keepTransactionContext: true });
        for (const row of rows.slice(start, start + CHUNK))
            em.persist(em.create(entity, row));
        await em.flush();
    }
}
//# sourceMappingURL=bulk.repository.js.map