import { sql } from 'kysely';
import type { RequestContext } from '../context.js';

/**
 * Lets one transaction of the district at a time pass this point with the same key, until it ends: for limits that no
 * constraint can hold, such as "at most twenty per organization". Begin the key with the id of the module.
 */
export async function lockFor(tx: RequestContext, key: string): Promise<void> {
  if (!tx.writing) throw new Error('a lock needs ctx.transaction()');
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, ${tx.district.id}))`.execute(tx.sql);
}
