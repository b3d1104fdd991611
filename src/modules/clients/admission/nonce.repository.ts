import { sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';
import { CLOCK_TOLERANCE_SECONDS } from './signature.js';

/** Uses a nonce up, at once and for good, whatever becomes of the request. `false` when it was used before. */
export async function takeNonce(ctx: RequestContext, clientId: string, nonce: string): Promise<boolean> {
  const { rows } = await sql`
    insert into client_nonces (client_id, nonce) values (${clientId}, ${nonce}) on conflict do nothing returning 1
  `.execute(ctx.sql);
  return rows.length > 0;
}

/**
 * Removes nonces that no request can bear any more: a timestamp is good from five minutes before to five minutes after
 * its time, and the clocks of this process and of the database may differ by five more. Returns whether any are left.
 */
export async function forgetOldNonces(tx: RequestContext): Promise<boolean> {
  await sql`
    delete from client_nonces where at < now() - make_interval(secs => ${CLOCK_TOLERANCE_SECONDS * 3})
  `.execute(tx.sql);
  const { rows } = await sql`select 1 from client_nonces limit 1`.execute(tx.sql);
  return rows.length > 0;
}
