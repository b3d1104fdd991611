import type pg from 'pg';
import { JOBS_ROLE } from '../kernel/database/connections.js';
import { type InstalledPlugin, type Registry, tableOf, tablePrefix } from '../kernel/plugin/registry.js';

/** Removes what waits in the queue for a plugin: its jobs, and events that it would have handled. Answers how many. */
export async function dropQueued(owner: pg.Client, id: string): Promise<number> {
  // The queue's tables show their rows to their owner alone.
  await owner.query(`set local role ${JOBS_ROLE}`);
  const { rowCount } = await owner.query(
    `delete from graphile_worker._private_jobs as job using graphile_worker._private_tasks as task
     where task.id = job.task_id
       and (starts_with(task.identifier, $1 || ':')
            or task.identifier = 'kernel:handle-event' and job.payload #>> '{input,plugin}' = $1)`,
    [id],
  );
  await owner.query('reset role');
  return rowCount ?? 0;
}

/** All at once, since they refer to each other; fails when something else refers to one of them. */
export async function dropTables(owner: pg.Client, { entities = [] }: InstalledPlugin): Promise<void> {
  if (entities.length === 0) return;
  try {
    await owner.query(`drop table ${entities.map(tableOf).join(', ')}`);
  } catch (error) {
    const { message, detail } = error as pg.DatabaseError;
    throw new Error(`The tables cannot be dropped: ${message}${detail ? ` (${detail})` : ''}.`, { cause: error });
  }
}

/**
 * Tries what will be done, before anything is written on a disk or into the audit, and takes it back.
 * Errors: tables of others that refer to one; triggers on tables of others that would fail without one.
 */
export async function refuseWhatHolds(owner: pg.Client, plugin: InstalledPlugin): Promise<void> {
  await owner.query('savepoint trial');
  await dropTables(owner, plugin);
  await owner.query('rollback to savepoint trial');
  const tables = (plugin.entities ?? []).map(tableOf);
  const { rows } = await owner.query<{ place: string; name: string }>(
    `select tgrelid::regclass::text as place, proname as name
     from pg_trigger join pg_proc on pg_proc.oid = tgfoid
     where not tgisinternal and tgrelid::regclass::text <> all($1::text[])
       and exists (select from unnest($1::text[]) as own where prosrc ~ ('\\m' || own || '\\M'))
     order by 1, 2`,
    [tables],
  );
  const [held] = rows;
  if (!held) return;
  throw new Error(
    `A trigger on table ${held.place} needs the tables (function ${held.name}): drop it first, or no row of ${held.place} could be written.`,
  );
}

/** Leaves contents to the queue as well: a process that ends after the commit removes none of them itself. */
export async function queueRemoval(
  owner: pg.Client,
  districtId: number,
  contents: readonly { readonly key: string }[],
): Promise<void> {
  if (contents.length === 0) return;
  await owner.query(`set local role ${JOBS_ROLE}`);
  for (const { key } of contents) {
    const payload = { districtId, input: { storageKey: key } };
    await owner.query(`select queue.enqueue('attachments:remove-content', $1::json, null, 60)`, [
      JSON.stringify(payload),
    ]);
  }
  await owner.query('reset role');
}

/** With the marks gone, an installation that has the plugin again makes its tables anew. */
export async function forgetMigrations(owner: pg.Client, id: string): Promise<void> {
  await owner.query(`delete from lianxin_migrations where starts_with(name, $1 || ':')`, [id]);
}

/** Tables, functions and types that bear the plugin's prefix and nobody else's, and are still there. */
export async function leftBehind(owner: pg.Client, registry: Registry, id: string): Promise<string[]> {
  const prefix = tablePrefix(id);
  const { rows } = await owner.query<{ kind: string; name: string }>(
    `select 'table or type' as kind, typname as name from pg_type
       where typnamespace = 'public'::regnamespace and typtype in ('c', 'd', 'e', 'r')
     union all
     select 'function', proname from pg_proc where pronamespace = 'public'::regnamespace
     order by 1, 2`,
  );
  const others = registry.plugins
    .map((plugin) => tablePrefix(plugin.id))
    .filter((other) => other.length > prefix.length);
  return rows
    .filter(({ name }) => name.startsWith(prefix) && !others.some((other) => name.startsWith(other)))
    .map(({ kind, name }) => `${kind} ${name}`);
}
