import { enqueue, type RequestContext } from '../../../kernel/index.js';
import { forgetOldNonces } from './nonce.repository.js';

const TASK = 'clients:clean-nonces';
const EVERY_SECONDS = 600;

/** When this process last asked for cleaning, by district. */
const askedAt = new Map<number, number>();

/** Sees to it that a cleaning is queued while nonces come in: one statement per process, district and ten minutes. */
export async function ensureCleaning(ctx: RequestContext): Promise<void> {
  const { id } = ctx.district;
  if (Date.now() - (askedAt.get(id) ?? 0) < EVERY_SECONDS * 1_000) return;
  askedAt.set(id, Date.now());
  await ctx.transaction(queueCleaning);
}

/** Cleans, and comes back as long as there is something left. */
export async function cleanNonces(ctx: RequestContext): Promise<void> {
  await ctx.transaction(async (tx) => {
    if (await forgetOldNonces(tx)) await queueCleaning(tx);
  });
}

function queueCleaning(tx: RequestContext): Promise<void> {
  return enqueue(tx, TASK, {}, { key: 'nonces', delaySeconds: EVERY_SECONDS });
}
