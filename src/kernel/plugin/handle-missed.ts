import type { RequestContext } from '../context.js';
import { enqueue } from '../events/jobs.js';
import { HANDLE_EVENT, type HandleEventInput } from '../events/outbox.js';
import { forgetParked, parkedHandlers } from '../events/parked-jobs.js';
import { actAsSystem } from '../kernel.js';
import { businessDay } from '../time/business-day.js';
import type { DomainEvent } from './define.js';
import { currentView, databaseTime, type MissedEventsQuery, missedEvents } from './missed-events.js';

/** Events come in while others are handled. After so many rounds the rest is left to the look back. */
const ROUNDS = 10;
/** A handler that has not ended by then may never end; what it was at is left to the queue. */
export const PATIENCE_MS = 10_000;
/** Jobs put aside that are handled between two looks whether the module is still on. */
const PARKED_AT_ONCE = 50;

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
  const run = new Run(ctx, module);
  let seen = notSeenIn;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = run.done + run.failed;
    const seenIn = await currentView(ctx);
    for await (const events of missedEvents(ctx, { module, types, from, seenIn, notSeenIn: seen })) {
      if (!(await run.handle(events))) return null;
    }
    seen = seenIn;
    if (run.done + run.failed === before) break;
  }
  return { done: run.done, failed: run.failed, seen: seen! };
}

/**
 * Runs the handlers whose jobs came due while their module was off: these events happened before those it missed, and
 * until they are handled it would show what is no longer so. Answers `null` when it is switched off meanwhile.
 */
export async function handleParked(
  ctx: RequestContext,
  module: string,
): Promise<Pick<Handled, 'done' | 'failed'> | null> {
  const run = new Run(ctx, module);
  // What fails goes to the queue, which puts it aside once more while the module is not back: that is not for now.
  const before = await databaseTime(ctx);
  for (;;) {
    const parked = await parkedHandlers(ctx, { module, before, limit: PARKED_AT_ONCE });
    if (parked.length === 0) return run;
    if (!(await run.handle(parked.map(({ event }) => event)))) return null;
    await forgetParked(
      ctx,
      parked.map(({ id }) => id),
    );
  }
}

/** Handles events of one module one after the other, and counts what came of them. */
class Run {
  done = 0;
  failed = 0;
  /** Types of events whose handlers did not end: waiting for each of them would keep the module away for ever. */
  readonly #endless = new Set<string>();

  constructor(
    readonly ctx: RequestContext,
    readonly module: string,
  ) {}

  /** Answers false, and does nothing, when the module is off. */
  async handle(events: readonly DomainEvent[]): Promise<boolean> {
    const { ctx, module } = this;
    const on = (await ctx.kernel.switches.timeline(ctx)).on(businessDay(new Date()));
    if (!on.has(module)) return false;
    for (const event of events) {
      if (await this.#succeeds(event, on)) this.done += 1;
      else this.failed += 1;
    }
    return true;
  }

  async #succeeds(event: DomainEvent, on: ReadonlySet<string>): Promise<boolean> {
    const { ctx, module } = this;
    const { kernel, district } = ctx;
    // A plugin may have given up a handler since its job was queued.
    const handler = handlersOf(ctx, module)[event.type];
    if (!handler) return true;
    if (!this.#endless.has(event.type)) {
      try {
        const work = actAsSystem(kernel, district, `${module}:${event.type}`, (own) => handler(own, event), on);
        if (await endsInTime(work)) return true;
        this.#endless.add(event.type);
        kernel.log.warn({ module, event: event.id }, 'a handler of missed events does not end; they go to the queue');
      } catch (error) {
        kernel.log.warn(
          { err: error, module, event: event.id },
          'a missed event could not be handled; the queue repeats it',
        );
      }
    }
    const input: HandleEventInput = { plugin: module, event };
    await ctx.transaction((tx) => enqueue(tx, HANDLE_EVENT, input, { key: `${module}:${event.id}` }));
    return false;
  }
}

async function endsInTime(work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([work.then(() => true), patience]);
  } finally {
    clearTimeout(timer);
  }
}

function handlersOf({ kernel }: RequestContext, module: string) {
  return kernel.registry.get(module)?.handles ?? {};
}
