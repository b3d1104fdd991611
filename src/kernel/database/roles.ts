import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { APP_ROLE, type DatabaseUrls, JOBS_ROLE } from './connections.js';
import { openPool } from './pool.js';

/**
 * Creates the two roles the product runs under and the schema of the job queue, or brings them up to date.
 * Needs an owner that may create roles. Safe to repeat.
 */
export async function prepareRoles(client: pg.Client, urls: DatabaseUrls): Promise<void> {
  for (const [role, url] of [
    [APP_ROLE, urls.app],
    [JOBS_ROLE, urls.jobs],
  ] as const) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    const password = client.escapeLiteral(decodeURIComponent(new URL(url).password));
    // Only a superuser may restate the powers a role must not have; that it has none is checked at every start.
    if (rowCount) await client.query(`alter role ${role} login password ${password}`);
    else await client.query(`create role ${role} login noinherit password ${password}`);
  }
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`grant connect on database ${rows[0]?.name} to ${APP_ROLE}, ${JOBS_ROLE}`);
  await client.query(`revoke create on schema public from public`);
  // The queue's own tables carry row-level security without policies: only their owner can use them.
  await client.query(`grant ${JOBS_ROLE} to current_user`);
  await client.query(`create schema if not exists graphile_worker authorization ${JOBS_ROLE}`);
  await client.query(`create schema if not exists queue authorization ${JOBS_ROLE}`);
}

/** Brings the tables of the job queue up to date and opens the doors through which a tenant transaction may queue and count. */
export async function prepareQueue(client: pg.Client, urls: DatabaseUrls): Promise<void> {
  const pool = openPool(urls.jobs, 2, () => undefined);
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  try {
    // The queue's migrations say "create schema if not exists", which needs the right even when the schema exists.
    await client.query(`grant create on database ${rows[0]?.name} to ${JOBS_ROLE}`);
    await runMigrations({ pgPool: pool });
    await pool.query(`
      create or replace function queue.enqueue(task text, payload json, key text, delay_seconds double precision)
        returns void language plpgsql volatile security definer set search_path = graphile_worker, pg_temp as $$
      begin
        perform graphile_worker.add_job(
          task, payload, job_key := key, job_key_mode := 'preserve_run_at',
          run_at := clock_timestamp() + make_interval(secs => delay_seconds));
      end $$;
      revoke execute on function queue.enqueue from public;
      -- Counts alone, and only of the district in which the connection stands.
      create or replace function queue.waiting()
        returns table (task text, module text, jobs bigint, next_run timestamptz)
        language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
      begin
        return query
          select t.identifier,
                 case t.identifier when 'kernel:handle-event' then j.payload #>> '{input,plugin}'
                                   else split_part(t.identifier, ':', 1) end,
                 count(*), min(j.run_at)
          from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where (j.payload ->> 'districtId')::integer = public.app_district() and j.attempts < j.max_attempts
          group by 1, 2;
      end $$;
      revoke execute on function queue.waiting from public;
      grant usage on schema queue to ${APP_ROLE};
      grant execute on function queue.enqueue, queue.waiting to ${APP_ROLE};
    `);
  } finally {
    await client.query(`revoke create on database ${rows[0]?.name} from ${JOBS_ROLE}`);
    await pool.end();
  }
}
