import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../../../kernel/index.js';

/** The time that the limits speak of, minutes. */
export const WINDOW_MINUTES = 15;

/** Tries of the last quarter of an hour that have not succeeded. */
export async function recentAttempts(
  tx: RequestContext,
  principalId: string,
  addressDigest: Buffer,
): Promise<{ readonly ofAccount: number; readonly ofAddress: number }> {
  const since = sql`now() - make_interval(mins => ${sql.lit(WINDOW_MINUTES)})`;
  const { rows } = await sql<{ ofAccount: number; ofAddress: number }>`
    select
      (select count(*)::int from binding_attempts where principal_id = ${principalId} and at > ${since}) as "ofAccount",
      (select count(*)::int from binding_attempts where address_digest = ${addressDigest} and at > ${since}) as "ofAddress"
  `.execute(tx.sql);
  return rows[0]!;
}

/** Notes a try, and forgets those that no limit speaks of any more. Returns its id. */
export async function noteAttempt(tx: RequestContext, principalId: string, addressDigest: Buffer): Promise<string> {
  const id = uuidv7();
  await sql`
    delete from binding_attempts where at < now() - make_interval(mins => ${sql.lit(2 * WINDOW_MINUTES)})
  `.execute(tx.sql);
  await sql`
    insert into binding_attempts (id, principal_id, address_digest) values (${id}, ${principalId}, ${addressDigest})
  `.execute(tx.sql);
  return id;
}

/** A try that succeeded was no wrong one. */
export async function forgetAttempt(tx: RequestContext, id: string): Promise<void> {
  await sql`delete from binding_attempts where id = ${id}`.execute(tx.sql);
}
