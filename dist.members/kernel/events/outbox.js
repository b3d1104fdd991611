import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { enqueue } from './jobs.js';
/** Name of the task that runs one handler for one event. */
export const HANDLE_EVENT = 'kernel:handle-event';
/**
 * Writes an event in the caller's transaction, with one job per handler of the modules that the district has on: a
 * crash loses neither, a rollback leaves neither, and a failing handler is repeated without the others.
 */
export async function recordEvent(tx, type, payload) {
    const { registry } = tx.kernel;
    if (!registry.lookup('events', type))
        throw new Error(`event '${type}' is not declared by any plugin`);
    const event = { id: uuidv7(), type, at: new Date().toISOString(), payload };
    await tx.em.flush();
    await sql `
    insert into outbox_events (district_id, id, type, payload, request_id)
    values (${tx.district.id}, ${event.id}, ${type}, ${JSON.stringify(payload)}::jsonb, ${tx.requestId})
  `.execute(tx.sql);
    for (const plugin of registry.plugins) {
        if (!tx.facts.modules.has(plugin.id) || !Object.hasOwn(plugin.handles ?? {}, type))
            continue;
        await enqueue(tx, HANDLE_EVENT, { plugin: plugin.id, event });
    }
}
//# sourceMappingURL=outbox.js.map