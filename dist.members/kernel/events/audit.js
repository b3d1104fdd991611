import { sql } from 'kysely';
/** Appends audit records in the caller's transaction: inserts only, no lock, no chain, so that nobody waits. */
export async function writeAudit(tx, entries) {
    if (entries.length === 0)
        return;
    const rows = entries.map((entry) => ({
        verb: entry.verb,
        entity: entry.entity,
        node_type: entry.nodeType,
        node_id: entry.nodeId,
        changes: entry.changes,
        batch_id: entry.batchId ?? null,
    }));
    await sql `
    insert into audit_records (district_id, actor_id, actor_name, request_id, action, verb, entity, node_type, node_id, changes, batch_id)
    select ${tx.district.id}, ${tx.principal?.id ?? null}::uuid, ${tx.principal?.name ?? ''}, ${tx.requestId}, ${tx.action},
           r.verb, r.entity, r.node_type, r.node_id, r.changes, r.batch_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(verb text, entity text, node_type text, node_id uuid, changes jsonb, batch_id uuid)
  `.execute(tx.sql);
}
//# sourceMappingURL=audit.js.map