import { sql } from 'kysely';
import type { RequestContext } from '../context.js';
import { lockFor } from '../database/locks.js';

/** A job whose module was off when it came due. */
export interface ParkedJob {
  readonly module: string;
  readonly task: string;
  readonly input: unknown;
}

/** One parks or returns jobs of a district at a time, so that none is put aside just after all were fetched back. */
const LOCK = 'parked-jobs';

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
export async function returnParkedJobs(tx: RequestContext): Promise<void> {
  await lockFor(tx, LOCK);
  const modules = [...(await tx.kernel.switches.readEnabled(tx))];
  await sql`
    with returning_jobs as (delete from parked_jobs where module = any(${modules}::text[]) returning *)
    select queue.enqueue(task, json_build_object('districtId', district_id, 'input', input), null, 0)
    from (select * from returning_jobs order by parked_at, id) as in_order
  `.execute(tx.sql);
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
