/**
 * Hash of a record, 32 bytes, as SQL: SHA-256 over the binary form of every column in a fixed order, each with its type
 * and length. The form begins with the number of columns, whose first byte is zero: so a leaf is never an inner node,
 * which begins with one.
 *
 * Sent with each query instead of kept as a function in the database: whoever changes records there could change the
 * function too. A seal names the format it was made with; a column added to the table needs a new format, and old
 * seals keep theirs.
 */
export const LEAF_FORMATS: Readonly<Record<number, string>> = {
  1: leaf(`district_id, id, at, tx, actor_id, actor_name, client_id, client_name, request_id, action, verb, entity,
    node_type, node_id, entity_id, changes, batch_id, purpose`),
};

/** The format that new seals are made with. */
export const LEAF_FORMAT = 1;

function leaf(columns: string): string {
  return `pg_catalog.sha256(pg_catalog.record_send(row(${columns})))`;
}
