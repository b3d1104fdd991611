import { sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';
import type { Standing } from './standing.js';

export type TicketUse = 'UPLOAD' | 'DOWNLOAD';

/** A ticket as it is kept. */
export interface NewTicket {
  readonly id: string;
  readonly hash: Buffer;
  readonly targetId: string;
}

export interface TicketTerms {
  readonly use: TicketUse;
  /** What it is for, such as `Attachment`. */
  readonly type: string;
  readonly seconds: number;
  readonly standing: Standing;
}

/** Keeps tickets and takes a few expired ones away, with one statement; no job has to. */
export async function insertTickets(
  ctx: RequestContext,
  tickets: readonly NewTicket[],
  { use, type, seconds, standing }: TicketTerms,
): Promise<void> {
  const rows = tickets.map(({ id, hash, targetId }) => ({ id, hash: hash.toString('hex'), target_id: targetId }));
  await sql`
    with expired as (
      delete from file_tickets where id in (
        select id from file_tickets where expires_at < clock_timestamp() limit 200 for update skip locked)
    )
    insert into file_tickets (id, hash, use, type, target_id, standing, expires_at)
    select id, decode(hash, 'hex'), ${use}, ${type}, target_id, ${JSON.stringify(standing)}::jsonb,
           clock_timestamp() + make_interval(secs => ${seconds})
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new(id uuid, hash text, target_id uuid)
  `.execute(ctx.sql);
}

/** Takes a ticket away and answers what it was for: of two that come at once, one gets it. */
export async function takeTicket(
  ctx: RequestContext,
  hash: Buffer,
  use: TicketUse,
  type: string,
): Promise<{ readonly targetId: string; readonly standing: Standing } | null> {
  const { rows } = await sql<{ targetId: string; standing: Standing; live: boolean }>`
    delete from file_tickets where hash = ${hash} and use = ${use} and type = ${type}
    returning target_id as "targetId", standing, expires_at > clock_timestamp() as live
  `.execute(ctx.sql);
  return rows[0]?.live ? rows[0] : null;
}
