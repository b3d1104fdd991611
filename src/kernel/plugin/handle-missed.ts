import type { RequestContext } from '../context.js';
import { enqueue } from '../events/jobs.js';
import { HANDLE_EVENT, type HandleEventInput } from '../events/outbox.js';
import { actAsSystem } from '../kernel.js';
import { businessDay } from '../time/business-day.js';
import type { DomainEvent } from './define.js';
import { currentView, type MissedEventsQuery, missedEvents } from './missed-events.js';

/** Events come in while others are handled. After so many rounds the rest is left to the look back. */
const ROUNDS = 10;

/** What came of the events that a module had missed. */
export interface Handled {
  readonly done: number;
  /** Left to the queue, which repeats them. */
  readonly failed: number;
  /** View of the database in which everything is handled now. */
  readonly seen: string;
}

type Missed = Pick<MissedEventsQuery, 'module' | 'from' | 'notSeenIn'>;

/**
 * Runs the handlers of a module for the events that it was not there for, in the order in which they happened. Answers
 * `null` when it is switched off meanwhile.
 */
export async function handleMissed(ctx: RequestContext, { module, from, notSeenIn }: Missed): Promise<Handled | null> {
  const types = Object.keys(handlersOf(ctx, module));
  let { done, failed, seen } = { done: 0, failed: 0, seen: notSeenIn };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = done + failed;
    const seenIn = await currentView(ctx);
    for await (const events of missedEvents(ctx, { module, types, from, seenIn, notSeenIn: seen })) {
      const on = (await ctx.kernel.switches.timeline(ctx)).on(businessDay(new Date()));
      if (!on.has(module)) return null;
      for (const event of events) {
        if (await handle(ctx, module, event, on)) done += 1;
        else failed += 1;
      }
    }
    seen = seenIn;
    if (done + failed === before) break;
  }
  return { done, failed, seen: seen! };
}

async function handle(
  ctx: RequestContext,
  module: string,
  event: DomainEvent,
  on: ReadonlySet<string>,
): Promise<boolean> {
  const { kernel, district } = ctx;
  const handler = handlersOf(ctx, module)[event.type]!;
  try {
    await actAsSystem(kernel, district, `${module}:${event.type}`, (own) => handler(own, event), on);
    return true;
  } catch (error) {
    kernel.log.warn(
      { err: error, module, event: event.id },
      'a missed event could not be handled; the queue repeats it',
    );
    const input: HandleEventInput = { plugin: module, event };
    await ctx.transaction((tx) => enqueue(tx, HANDLE_EVENT, input, { key: `${module}:${event.id}` }));
    return false;
  }
}

function handlersOf({ kernel }: RequestContext, module: string) {
  return kernel.registry.get(module)?.handles ?? {};
}
