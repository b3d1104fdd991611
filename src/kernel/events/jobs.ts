import { type Runner, type TaskList, run } from 'graphile-worker';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { RequestContext } from '../context.js';
import { actAsSystem, type Kernel } from '../kernel.js';
import { HANDLE_EVENT, type HandleEventInput } from './outbox.js';
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

/** Starts working on the queue. The pool is of a role that sees no tenant table; each job enters its district itself. */
export async function startWorker(kernel: Kernel, pool: Pool, concurrency: number): Promise<Runner> {
  return run({
    pgPool: pool,
    concurrency,
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
      tasks[`${plugin.id}:${name}`] = (payload) =>
        perform(kernel, payload as JobPayload, plugin.id, name, (ctx, input) => job.run(ctx, input));
    }
  }
  tasks[HANDLE_EVENT] = (payload) => {
    const { input } = payload as JobPayload;
    const { plugin, event } = input as HandleEventInput;
    return perform(kernel, payload as JobPayload, plugin, event.type, async (ctx) => {
      await kernel.registry.get(plugin)?.handles?.[event.type]?.(ctx, event);
    });
  };
  return tasks;
}

/** Enters the district and runs the job, unless the district has switched its module off meanwhile. */
async function perform(
  kernel: Kernel,
  payload: JobPayload,
  plugin: string,
  name: string,
  work: (ctx: RequestContext, input: unknown) => Promise<void>,
): Promise<void> {
  const district = await kernel.districts.byId(payload.districtId);
  if (!district) throw new Error(`district ${payload.districtId} is unknown`);
  await actAsSystem(kernel, district, `${plugin}:${name}`, async (ctx) => {
    if (ctx.facts.modules.has(plugin)) await work(ctx, payload.input);
  });
}
