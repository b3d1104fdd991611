import { run } from 'graphile-worker';
import { sql } from 'kysely';
import { actAsSystem } from '../kernel.js';
import { HANDLE_EVENT } from './outbox.js';
import { workerLogger } from './worker-logger.js';
/**
 * Queues a job in the caller's transaction. With `key`, a job of that key that still waits is kept and not doubled.
 * `task` is `<plugin>:<job>`; `delaySeconds` postpones the run.
 */
export async function enqueue(tx, task, input, options = {}) {
    const payload = { districtId: tx.district.id, input };
    await sql `
    select queue.enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.delaySeconds ?? 0})
  `.execute(tx.sql);
}
/** Starts working on the queue. The pool is of a role that sees no tenant table; each job enters its district itself. */
export async function startWorker(kernel, pool, concurrency) {
    return run({
        pgPool: pool,
        concurrency,
        noHandleSignals: true,
        noPreparedStatements: false,
        logger: workerLogger(kernel.log),
        taskList: taskList(kernel),
    });
}
function taskList(kernel) {
    const tasks = {};
    for (const plugin of kernel.registry.plugins) {
        for (const [name, job] of Object.entries(plugin.jobs ?? {})) {
            tasks[`${plugin.id}:${name}`] = (payload) => perform(kernel, payload, plugin.id, name, (ctx, input) => job.run(ctx, input));
        }
    }
    tasks[HANDLE_EVENT] = (payload) => {
        const { input } = payload;
        const { plugin, event } = input;
        return perform(kernel, payload, plugin, event.type, async (ctx) => {
            await kernel.registry.get(plugin)?.handles?.[event.type]?.(ctx, event);
        });
    };
    return tasks;
}
/** Enters the district and runs the job, unless the district has switched its module off meanwhile. */
async function perform(kernel, payload, plugin, name, work) {
    const district = await kernel.districts.byId(payload.districtId);
    if (!district)
        throw new Error(`district ${payload.districtId} is unknown`);
    await actAsSystem(kernel, district, `${plugin}:${name}`, async (ctx) => {
        if (ctx.facts.modules.has(plugin))
            await work(ctx, payload.input);
    });
}
//# sourceMappingURL=jobs.js.map