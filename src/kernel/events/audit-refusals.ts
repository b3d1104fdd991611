import { actsAlone } from '../access/principal.js';
import type { RequestContext } from '../context.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import type { Refusal } from '../errors/refusal.js';
import type { Kernel } from '../kernel.js';
import { ShortMemory } from '../short-memory.js';
import { writeAudit } from './audit.js';

/** Refusals that say somebody tried what is not theirs to do; any other is an ordinary mistake. */
const TELLING: ReadonlySet<unknown> = new Set([kernelErrors.FORBIDDEN, kernelErrors.SECOND_FACTOR_REQUIRED]);

/** The same try of the same account is written down once in this time, so that refusals cannot flood the audit. */
const QUIET_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

const written = new WeakMap<Kernel, ShortMemory<true>>();

/**
 * Leaves a REFUSED record of a mutation that was refused for want of a permission, in a transaction of its own: that of
 * the mutation is gone. When it cannot be written the caller's answer stays the same, and the log says so.
 */
export async function recordRefusal(ctx: RequestContext, { problems }: Refusal): Promise<void> {
  const { principal, kernel } = ctx;
  const problem = problems.find(({ error }) => TELLING.has(error));
  if (!problem || !principal || !ctx.facts.district) return;
  const { code } = problem.error;
  const permission = problem.details.permission ?? null;
  const memory = memoryOf(kernel);
  const key = JSON.stringify([ctx.district.id, principal.id, principal.client?.id, ctx.action, code, permission]);
  if (memory.get(key)) return;
  memory.set(key, true);
  const changes = [
    { field: 'code', after: code },
    { field: 'permission', after: permission },
  ];
  const entry = { verb: 'REFUSED', entity: 'Refusal', nodeType: actsAlone(principal) ? 'Client' : 'Account' } as const;
  try {
    await ctx.transaction((tx) => writeAudit(tx, [{ ...entry, nodeId: principal.id, changes }]));
  } catch (error) {
    memory.delete(key);
    kernel.log.error({ requestId: ctx.requestId, action: ctx.action, code, err: error }, 'a refusal is not on record');
  }
}

function memoryOf(kernel: Kernel): ShortMemory<true> {
  const memory = written.get(kernel) ?? new ShortMemory<true>(MOST_REMEMBERED, QUIET_MS);
  written.set(kernel, memory);
  return memory;
}
