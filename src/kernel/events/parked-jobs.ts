import { sql } from 'kysely';
import type { RequestContext } from '../context.js';
import { lockFor } from '../database/locks.js';
import type { DomainEvent } from '../plugin/define.js';
import { HANDLE_EVENT } from './outbox.js';

/** A job whose module was off when it came due. */
export interface ParkedJob {
  readonly module: string;
  readonly task: string;
  readonly input: unknown;
}

/** One parks or returns jobs of a district at a time, so that none is put aside just after all were fetched back. */
const LOCK = 'parked-jobs';
/** Jobs of one transaction on their way back: tens of thousands would take longer than a statement may. */
const AT_ONCE = 500;

/**
 * Puts a job aside until its module is on again. Answers `null` then; when the module has come on in the meantime, the
 * modules that are on now, and the job is the caller's to run.
 */
export async function parkUnlessOn(
  ctx: RequestContext,
  { module, task, input }: ParkedJob,
): Promise<ReadonlySet<string> | null> {
  return ctx.transaction(async (tx) => {
    await lockFor(tx, LOCK);
    const modules = await tx.kernel.switches.readEnabled(tx);
    if (modules.has(module)) return modules;
    await sql`
      insert into parked_jobs (id, module, task, input)
      values (gen_random_uuid(), ${module}, ${task}, ${JSON.stringify(input ?? null)}::jsonb)
    `.execute(tx.sql);
    return null;
  });
}

/** Hands the jobs of modules that are on back to the queue, in the order in which they came due. */
export async function returnParkedJobs(ctx: RequestContext): Promise<void> {
  let returned: number;
  do returned = await ctx.transaction(returnSome);
  while (returned === AT_ONCE);
}

async function returnSome(tx: RequestContext): Promise<number> {
  await lockFor(tx, LOCK);
  const modules = [...(await tx.kernel.switches.readEnabled(tx))];
  const { rows } = await sql`
    with first as (select id from parked_jobs where module = any(${modules}::text[])
                   order by parked_at, id limit ${AT_ONCE}),
         returning_jobs as (delete from parked_jobs where id in (select id from first) returning *)
    select queue.enqueue(task, json_build_object('districtId', district_id, 'input', input), null, 0)
    from (select * from returning_jobs order by parked_at, id) as in_order
  `.execute(tx.sql);
  return rows.length;
}

/** A handler's job that was put aside. */
export interface ParkedHandler {
  readonly id: string;
  readonly event: DomainEvent;
}

/** Some jobs of a module's handlers that were put aside before a moment, in the order in which the events happened. */
export async function parkedHandlers(
  ctx: RequestContext,
  { module, before, limit }: { readonly module: string; readonly before: string; readonly limit: number },
): Promise<ParkedHandler[]> {
  const { rows } = await sql<ParkedHandler>`
    select id, input -> 'event' as event from parked_jobs
    where module = ${module} and task = ${HANDLE_EVENT} and parked_at < ${before}::timestamptz
    order by input #>> '{event,at}', id limit ${limit}
  `.execute(ctx.sql);
  return rows;
}

/** Forgets jobs that were put aside and are done. */
export async function forgetParked(ctx: RequestContext, ids: readonly string[]): Promise<void> {
  await ctx.transaction((tx) => sql`delete from parked_jobs where id = any(${ids}::uuid[])`.execute(tx.sql));
}

/** Whether jobs are parked for modules that the context's district has on. */
export async function hasParkedJobs(ctx: RequestContext): Promise<boolean> {
  const modules = [...ctx.facts.modules];
  const { rows } = await sql`select from parked_jobs where module = any(${modules}::text[]) limit 1`.execute(ctx.sql);
  return rows.length > 0;
}

/** Jobs of one task of a module that are still to be run. */
export interface WaitingJobs {
  readonly moduleId: string;
  /** `<plugin>:<job>`, or the kernel's own for handlers of events. */
  readonly task: string;
  readonly count: number;
  /** When the first of them is due; `null` = put aside until the module is on again. */
  readonly nextRunAt: Date | null;
}

/** What the district of the context has still to do for a module: jobs, handlers of events, what was put aside. */
export async function waitingJobs(ctx: RequestContext, module: string): Promise<WaitingJobs[]> {
  const { rows } = await sql<{ task: string; count: number; next: number | null }>`
    select task, jobs::int as count, (extract(epoch from next_run) * 1000)::float8 as next
    from queue.waiting() where module = ${module}
    union all
    select task, count(*)::int, null from parked_jobs where module = ${module} group by task
    order by task, next
  `.execute(ctx.sql);
  return rows.map(({ task, count, next }) => {
    return { moduleId: module, task, count, nextRunAt: next === null ? null : new Date(Math.floor(next)) };
  });
}
