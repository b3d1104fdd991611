import type { RequestContext } from '../../../kernel/index.js';
import { touchKeys } from './key.repository.js';

const EVERY_MS = 60_000;
const MAX_NOTED = 10_000;

/** When this process last noted the use of a key. */
const notedAt = new Map<string, number>();
const underWay = new Set<Promise<void>>();

/** Notes that a key is used, at most once a minute and beside the request: nobody waits for it and nothing fails by it. */
export function noteUse(ctx: RequestContext, keyId: string): void {
  const now = Date.now();
  if (now - (notedAt.get(keyId) ?? 0) < EVERY_MS) return;
  if (notedAt.size >= MAX_NOTED) notedAt.clear();
  notedAt.set(keyId, now);
  const noting = touchKeys(ctx, keyId)
    .catch((error: unknown) => ctx.kernel.log.warn({ err: error, keyId }, 'the use of a key was not noted'))
    .finally(() => underWay.delete(noting));
  underWay.add(noting);
}

/** Waits for what is still being noted; the pool closes after this. */
export async function allNoted(): Promise<void> {
  await Promise.all(underWay);
}
