import { sql } from 'kysely';
import type { RequestContext } from '../context.js';
import type { DomainEvent } from './define.js';

/** Events of one reading; between two, whoever handles them looks whether the module is still on. */
const AT_ONCE = 50;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

export interface MissedEventsQuery {
  /** Events for which a job was queued for this module are left out. */
  readonly module: string;
  readonly types: readonly string[];
  readonly from: Date;
  /** Only what was committed in this view of the database … */
  readonly seenIn: string;
  /** … and not yet in this one. */
  readonly notSeenIn: string | null;
}

/** The present view of the database: which transactions have ended well, and which are under way. */
export async function currentView(ctx: RequestContext): Promise<string> {
  const { rows } = await sql<{ view: string }>`select pg_current_snapshot()::text as view`.execute(ctx.sql);
  return rows[0]!.view;
}

/** The moment it is by the clock of the database. */
export async function databaseTime(ctx: RequestContext): Promise<string> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(ctx.sql);
  return rows[0]!.now;
}

/** Whether a transaction is still open that had begun when the view was taken. */
export async function outlasts(ctx: RequestContext, view: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot()) < pg_snapshot_xmax(${view}::pg_snapshot) as open
  `.execute(ctx.sql);
  return rows[0]!.open;
}

/** Events of the context's district in the order in which they happened, some hundred at a time. */
export async function* missedEvents(ctx: RequestContext, query: MissedEventsQuery): AsyncGenerator<DomainEvent[]> {
  const { module, types, from, seenIn, notSeenIn } = query;
  let after = { at: from.toISOString(), id: BEFORE_ALL };
  for (;;) {
    const { rows } = await sql<DomainEvent & { precisely: string }>`
      select id, type, payload, at::text as precisely,
             to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from outbox_events
      where (at, id) > (${after.at}::timestamptz, ${after.id}::uuid) and type = any(${types}::text[])
        and not coalesce(${module} = any(queued_for), false)
        and pg_visible_in_snapshot(tx, ${seenIn}::pg_snapshot)
        and not coalesce(pg_visible_in_snapshot(tx, ${notSeenIn}::pg_snapshot), false)
      order by outbox_events.at, id limit ${AT_ONCE}
    `.execute(ctx.sql);
    if (rows.length === 0) return;
    yield rows.map(({ precisely: _, ...event }) => event);
    const last = rows.at(-1)!;
    after = { at: last.precisely, id: last.id };
  }
}
