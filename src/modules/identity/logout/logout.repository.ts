import { createHash } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';
import type { TokenFacts } from '../token/claims.js';

/** A logout outlives every token from before it: access tokens older than a day are refused anyway. */
const KEPT = '7 days';

/** What stands in the table instead of a session, a subject or the id of a token. */
export function digestOf(provider: string, kind: 'session' | 'subject' | 'token', value: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([provider, kind, value]))
    .digest();
}

/**
 * Whether the provider has logged out what the token belongs to: its session, or its subject at the same second or
 * later than the token was made. A token that names no session falls with every session of its subject.
 */
export async function isLoggedOut(
  ctx: RequestContext,
  { provider, sub, sessionId, issuedAt }: TokenFacts,
): Promise<boolean> {
  const subject = digestOf(provider.id, 'subject', sub);
  const session = sessionId === null ? null : digestOf(provider.id, 'session', sessionId);
  const { rows } = await sql`
    select 1 from identity_logouts where session_digest = ${session}::bytea
    union all
    select 1 from identity_logouts
    where subject_digest = ${subject}::bytea and issued_at >= to_timestamp(${issuedAt})
      and (session_digest is null or ${session}::bytea is null)
    limit 1
  `.execute(ctx.sql);
  return rows.length > 0;
}

/** Whether this very logout token has been received already. */
export async function isKnownLogout(tx: RequestContext, tokenDigest: Buffer): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity_logouts where token_digest = ${tokenDigest}::bytea limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}

/** Removes logouts that no acceptable token can precede. */
export async function forgetOldLogouts(tx: RequestContext): Promise<void> {
  await sql<SqlBool>`
    delete from identity_logouts where received_at < now() - ${sql.lit(KEPT)}::interval
  `.execute(tx.sql);
}
