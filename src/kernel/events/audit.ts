import { sql } from 'kysely';
import type { Principal } from '../access/principal.js';
import type { RequestContext } from '../context.js';

/** One changed field; of personal data, sealed or not, the record says that it changed, never to what. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly sealed?: true;
}

/** One record of the audit, still without actor, time and request: those come from the context. */
export interface AuditEntry {
  readonly verb: 'CREATE' | 'UPDATE' | 'DELETE' | 'IMPORT' | 'READ' | 'REFUSED';
  readonly entity: string;
  /** GraphQL type and local id of the node in whose history the record appears. */
  readonly nodeType: string;
  readonly nodeId: string;
  /** Local id of the changed record itself, where that is not the node. */
  readonly entityId?: string;
  readonly changes: readonly FieldChange[];
  /** Of a bulk operation: one record stands for all rows that carry the same batch. */
  readonly batchId?: string;
  /** Of a read: why. */
  readonly purpose?: string;
}

/**
 * The name under which an actor stands in the audit for good. Officers answer for what they do by name; whoever acts as
 * a person about their own data alone can be erased, so only the account is written down.
 */
function actorName(principal: Principal | null): string {
  if (!principal) return '';
  const { grants, withheld } = principal;
  // Who holds nothing is no officer, unless only the second factor is missing.
  const person = grants.length > 0 ? grants.every(({ scope }) => scope.kind === 'self') : !withheld;
  return person ? `account:${principal.id}` : principal.name;
}

/** Appends audit records in the caller's transaction: inserts only, no lock, no chain, so that nobody waits. */
export async function writeAudit(tx: RequestContext, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    verb: entry.verb,
    entity: entry.entity,
    node_type: entry.nodeType,
    node_id: entry.nodeId,
    entity_id: entry.entityId ?? entry.nodeId,
    changes: entry.changes,
    batch_id: entry.batchId ?? null,
    purpose: entry.purpose ?? null,
  }));
  const { principal } = tx;
  await sql`
    insert into audit_records (district_id, actor_id, actor_name, client_id, client_name, request_id, action,
                               verb, entity, node_type, node_id, entity_id, changes, batch_id, purpose)
    select ${tx.district.id}, ${principal?.id ?? null}::uuid, ${actorName(principal)},
           ${principal?.client?.id ?? null}::uuid, ${principal?.client?.name ?? null}, ${tx.requestId}, ${tx.action},
           r.verb, r.entity, r.node_type, r.node_id, r.entity_id, r.changes, r.batch_id, r.purpose
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(verb text, entity text, node_type text, node_id uuid, entity_id uuid, changes jsonb, batch_id uuid, purpose text)
  `.execute(tx.sql);
}
