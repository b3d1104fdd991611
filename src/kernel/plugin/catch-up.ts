import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { RequestContext } from '../context.js';
import { lockFor } from '../database/locks.js';
import { enqueue } from '../events/jobs.js';
import { hasParkedJobs, returnParkedJobs } from '../events/parked-jobs.js';
import { businessDay, startOfDay } from '../time/business-day.js';
import { type Handled, handleMissed, handleParked } from './handle-missed.js';
import { currentView, outlasts } from './missed-events.js';
import { type OpenTurn, readFinishedTurns } from './turns.js';

const CATCH_UP = 'kernel:catch-up';
const LOOK_BACK = 'kernel:look-back';
/** After another one of the same district, which may have begun before the newest decision. */
const AGAIN_SECONDS = 1;
/** After a module is back: what was then under way has mostly ended after two seconds, and all of it after a minute. */
const LOOK_BACK_SECONDS = [2, 60] as const;
/** An hour of them. What is open then is no use case, but a forgotten session. */
const MOST_LOOKS = 60;

const catchUpInput = z.object({ day: z.string() });

const lookBackInput = z.object({
  module: z.string(),
  /** Milliseconds since 1970. */
  turnedAt: z.number(),
  /** View of the database when the module came back. */
  backIn: z.string(),
  round: z.number(),
});

/** Queues, for the beginning of a day or at once, what follows when decisions come into force. */
export async function queueCatchUp(tx: RequestContext, day: string): Promise<void> {
  const delaySeconds = Math.max(0, (startOfDay(day).getTime() - Date.now()) / 1_000);
  await enqueue(tx, CATCH_UP, { day }, { key: day, delaySeconds });
}

/**
 * Where a turn is open, or jobs are parked for a module that is on, although nobody works on it, as after a crash or when
 * a plugin was missing for a while: brings that back to the queue.
 */
export async function queueForgotten(ctx: RequestContext): Promise<void> {
  const turns = await ctx.kernel.switches.catchingUp(ctx);
  const forgotten = turns.length > 0 || (await hasParkedJobs(ctx));
  if (forgotten) await ctx.transaction((tx) => queueCatchUp(tx, businessDay(new Date())));
}

/**
 * Job of a district whose decisions have come into force: modules that are on again handle the events they missed, then
 * they are there, and jobs that were parked return. Handlers that fail are left to the queue, which repeats them.
 */
export async function catchUp(ctx: RequestContext, input: unknown): Promise<void> {
  const { day } = catchUpInput.parse(input);
  // The clock of the database may be a little ahead of this one.
  if (businessDay(new Date()) < day) return ctx.transaction((tx) => queueCatchUp(tx, day));
  const mine = await alone(ctx, async () => {
    for (const turn of await ctx.kernel.switches.catchingUp(ctx)) {
      const { module, lookFrom, handledIn } = turn;
      const parked = await handleParked(ctx, module);
      const missed = parked && (await handleMissed(ctx, { module, from: lookFrom, notSeenIn: handledIn }));
      if (!missed) continue;
      const handled = { ...missed, done: missed.done + parked.done, failed: missed.failed + parked.failed };
      // Each for itself: none waits for what another has missed.
      await ctx.transaction((tx) => finishTurn(tx, turn, handled));
    }
    await returnParkedJobs(ctx);
  });
  if (mine) return;
  const later = { key: `${day} again`, delaySeconds: AGAIN_SECONDS };
  await ctx.transaction((tx) => enqueue(tx, CATCH_UP, { day }, later));
}

/**
 * Job of a module that is back: handles what was emitted by those who did not know it yet. It ends when no transaction
 * is left that was open then, or when the module goes off again, which then has it still to do.
 */
export async function lookBack(ctx: RequestContext, input: unknown): Promise<void> {
  const back = lookBackInput.parse(input);
  const { module, turnedAt, backIn, round } = back;
  let more = true;
  const mine = await alone(ctx, async () => {
    const turns = (await readFinishedTurns(ctx.sql)).get(module) ?? new Map<number, string>();
    const current = turnedAt === Math.max(...turns.keys()) && (await ctx.kernel.switches.readEnabled(ctx)).has(module);
    const from = new Date(turnedAt - 3_600_000);
    const handled = current ? await handleMissed(ctx, { module, from, notSeenIn: turns.get(turnedAt)! }) : null;
    if (handled) {
      await ctx.transaction((tx) =>
        sql`
          update module_turns set seen = ${handled.seen}::pg_snapshot, handled = handled + ${handled.done},
                                  failed = failed + ${handled.failed}
          where module = ${module} and turned_at = ${new Date(turnedAt).toISOString()}
        `.execute(tx.sql),
      );
    }
    const look = round + 1 < LOOK_BACK_SECONDS.length || (round < MOST_LOOKS && (await outlasts(ctx, backIn)));
    more = handled !== null && look;
  });
  const next = mine ? round + 1 : round;
  if (more) await ctx.transaction((tx) => queueLookBack(tx, { ...back, round: next }));
}

async function finishTurn(tx: RequestContext, { module, missedFrom, turnedAt }: OpenTurn, handled: Handled) {
  await lockFor(tx, 'switches');
  const open = await tx.kernel.switches.catchingUp(tx);
  // Switched off meanwhile, its turn has come to nothing: the next one begins where this one did.
  if (!open.some((turn) => turn.module === module && turn.turnedAt.getTime() === turnedAt.getTime())) return;
  await sql`
    insert into module_turns (id, module, missed_from, turned_at, handled, failed, seen)
    values (${uuidv7()}, ${module}, ${missedFrom.toISOString()}, ${turnedAt.toISOString()}, ${handled.done},
            ${handled.failed}, ${handled.seen}::pg_snapshot)
  `.execute(tx.sql);
  await queueLookBack(tx, { module, turnedAt: turnedAt.getTime(), backIn: await currentView(tx), round: 0 });
  await tx.kernel.switches.expectChange(tx);
}

async function queueLookBack(tx: RequestContext, input: z.infer<typeof lookBackInput>): Promise<void> {
  const delaySeconds = LOOK_BACK_SECONDS[input.round] ?? LOOK_BACK_SECONDS.at(-1)!;
  await enqueue(tx, LOOK_BACK, input, { delaySeconds });
}

/** One at a time per district: two would handle the same events. Answers false when another is at work. */
async function alone(ctx: RequestContext, work: () => Promise<void>): Promise<boolean> {
  return ctx.transaction(async (guard) => {
    // It waits for as long as the work takes, and has read nothing that would keep old rows in the database.
    // A machine that fails says nothing: the server asks for itself, and lets others have their turn.
    await sql`
      select set_config('idle_in_transaction_session_timeout', '0', true),
             set_config('tcp_keepalives_idle', '10', true), set_config('tcp_keepalives_interval', '5', true),
             set_config('tcp_keepalives_count', '3', true)
    `.execute(guard.sql);
    const { rows } = await sql<{ first: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended('catch-up', ${guard.district.id})) as first
    `.execute(guard.sql);
    if (rows[0]!.first) await work();
    return rows[0]!.first;
  });
}
