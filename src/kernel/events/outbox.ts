import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../context.js';
import type { DomainEvent } from '../plugin/define.js';
import { enqueue } from './jobs.js';

/** Name of the task that runs one handler for one event. */
export const HANDLE_EVENT = 'kernel:handle-event';

/** Input of that task. */
export interface HandleEventInput {
  readonly plugin: string;
  readonly event: DomainEvent;
}

/**
 * Writes an event in the caller's transaction, with one job per handler of the modules that the district has on: a
 * crash loses neither, a rollback leaves neither, and a failing handler is repeated without the others. The event says
 * for whom there is one: what a module missed is what does not name it.
 */
export async function recordEvent(tx: RequestContext, type: string, payload: DomainEvent['payload']): Promise<void> {
  const { registry, switches } = tx.kernel;
  if (!registry.lookup('events', type)) throw new Error(`event '${type}' is not declared by any plugin`);
  const event: DomainEvent = { id: uuidv7(), type, at: new Date().toISOString(), payload };
  await tx.em.flush();
  // A long job may have begun before a module was switched on.
  const present = await switches.presentIn(tx);
  const handlers = registry.plugins
    .filter(
      ({ id, handles }) => handles && Object.hasOwn(handles, type) && (tx.facts.modules.has(id) || present.has(id)),
    )
    .map(({ id }) => id);
  await sql`
    insert into outbox_events (district_id, id, type, payload, request_id, queued_for)
    values (${tx.district.id}, ${event.id}, ${type}, ${JSON.stringify(payload)}::jsonb, ${tx.requestId}, ${handlers}::text[])
  `.execute(tx.sql);
  for (const plugin of handlers) await enqueue(tx, HANDLE_EVENT, { plugin, event } satisfies HandleEventInput);
}
