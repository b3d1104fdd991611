import { type Runner, type TaskList, run } from 'graphile-worker';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { RequestContext } from '../context.js';
import { actAsSystem, type Kernel } from '../kernel.js';
import { queueForgotten } from '../plugin/catch-up.js';
import { HANDLE_EVENT, type HandleEventInput } from './outbox.js';
import { parkUnlessOn } from './parked-jobs.js';
import { workerLogger } from './worker-logger.js';

/** What stands in the queue: where to work and with what. Ids only, never personal data. */
interface JobPayload {
  readonly districtId: number;
  readonly input: unknown;
}

/**
 * Queues a job in the caller's transaction. With `key`, a job of that task, district and key that still waits is not
 * doubled: it takes the new input and keeps its time. `task` is `<plugin>:<job>`; `delaySeconds` postpones the run.
 */
export async function enqueue(
  tx: RequestContext,
  task: string,
  input: unknown,
  options: { readonly key?: string; readonly delaySeconds?: number } = {},
): Promise<void> {
  if (!tx.writing) throw new Error('a job needs ctx.transaction()');
  const payload: JobPayload = { districtId: tx.district.id, input };
  // The queue knows keys of the whole server, and would put one district's payload in place of another's.
  const key = options.key === undefined ? null : `${task}:${tx.district.id}:${options.key}`;
  await sql`
    select queue.enqueue(${task}, ${JSON.stringify(payload)}::json, ${key}, ${options.delaySeconds ?? 0})
  `.execute(tx.sql);
}

/** Between two looks at the queue for jobs that were postponed: they begin within a second of their time. */
const LOOK_MS = 500;

/** Starts working on the queue. The pool is of a role that sees no tenant table; each job enters its district itself. */
export async function startWorker(kernel: Kernel, pool: Pool, concurrency: number): Promise<Runner> {
  for (const district of (await kernel.districts.all()).values()) {
    await actAsSystem(kernel, district, 'switches', queueForgotten);
  }
  return run({
    pgPool: pool,
    concurrency,
    pollInterval: LOOK_MS,
    // In batches, if only of one: otherwise the end does not wait until it is written down that a job is done, and it would
    // be done once more when its lock is given up, hours later.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    noHandleSignals: true,
    noPreparedStatements: false,
    logger: workerLogger(kernel.log),
    taskList: taskList(kernel),
  });
}

function taskList(kernel: Kernel): TaskList {
  const tasks: TaskList = {};
  for (const plugin of kernel.registry.plugins) {
    for (const [name, job] of Object.entries(plugin.jobs ?? {})) {
      const task = `${plugin.id}:${name}`;
      tasks[task] = (payload) =>
        perform(kernel, payload as JobPayload, { task, module: plugin.id, name }, (ctx, input) => job.run(ctx, input));
    }
  }
  tasks[HANDLE_EVENT] = (payload) => {
    const { input } = payload as JobPayload;
    const { plugin, event } = input as HandleEventInput;
    const place = { task: HANDLE_EVENT, module: plugin, name: event.type };
    return perform(kernel, payload as JobPayload, place, async (ctx) => {
      await kernel.registry.get(plugin)?.handles?.[event.type]?.(ctx, event);
    });
  };
  return tasks;
}

interface JobPlace {
  readonly task: string;
  readonly module: string;
  /** Of the job, or of the event. */
  readonly name: string;
}

/** Enters the district and runs the job, or puts it aside when the district has switched its module off meanwhile. */
async function perform(
  kernel: Kernel,
  { districtId, input }: JobPayload,
  { task, module, name }: JobPlace,
  work: (ctx: RequestContext, input: unknown) => Promise<void>,
): Promise<void> {
  const district = await kernel.districts.byId(districtId);
  if (!district) throw new Error(`district ${districtId} is unknown`);
  const actor = `${module}:${name}`;
  const present = await actAsSystem(kernel, district, actor, async (ctx) => {
    if (!ctx.facts.modules.has(module)) return parkUnlessOn(ctx, { module, task, input });
    await work(ctx, input);
    return null;
  });
  if (present) await actAsSystem(kernel, district, actor, (ctx) => work(ctx, input), present);
}
