import type { RequestContext } from '../context.js';
import { writeAudit } from './audit.js';

/** One look at sensitive data: whose, which fields, and why where a reason is asked for. */
export interface SensitiveRead {
  /** What was read, such as `Member` or `Attachment`. */
  readonly entity: string;
  /** GraphQL type and local id of the node in whose history the record appears. */
  readonly nodeType: string;
  readonly nodeId: string;
  /** Local id of what was read itself, where that is not the node. */
  readonly entityId?: string;
  /** Names only, as the graph spells them; a value never stands in the audit of a read. */
  readonly fields: readonly string[];
  /** Why, in the reader's words; at most 500 characters are kept. */
  readonly purpose?: string;
}

const PURPOSE_LENGTH = 500;

/**
 * Leaves exactly one READ record. Inside a transaction it belongs to that transaction: await it before the data is
 * handed out, and nothing can be handed out that is not on record. Outside, it commits by itself before it returns.
 */
export async function recordRead(ctx: RequestContext, read: SensitiveRead): Promise<void> {
  const write = (tx: RequestContext) =>
    writeAudit(tx, [
      {
        verb: 'READ',
        entity: read.entity,
        nodeType: read.nodeType,
        nodeId: read.nodeId,
        entityId: read.entityId,
        changes: read.fields.map((field) => ({ field })),
        purpose: read.purpose?.slice(0, PURPOSE_LENGTH),
      },
    ]);
  await (ctx.writing ? write(ctx) : ctx.transaction(write));
}
