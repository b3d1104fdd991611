import { type Kysely, sql } from 'kysely';
import type { Spell, Timeline } from './timeline.js';

/** Midnight is where each server's clock says so, and those differ a little. */
const MARGIN_MS = 60_000;
/** What was under way when a module came back is looked after for some minutes; who goes off earlier has it still to do. */
const SETTLED_MS = 10 * 60_000;
/** No transaction is open for longer. */
const LONGEST_TRANSACTION_MS = 60 * 60_000;

/** Finished turns by the moment at which they began (milliseconds since 1970), with the view up to which they handled. */
export type FinishedTurns = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** What a module has missed and not handled yet. */
interface Missed {
  readonly missedFrom: Date;
  /** Events before that are not looked for; those since then may include some that were not missed. */
  readonly lookFrom: Date;
  /** View of the database in which everything was handled; `null` = the module has never come back before. */
  readonly handledIn: string | null;
}

/** A module that handles events and is on again after it was off, but has not handled what it missed. */
export interface OpenTurn extends Missed {
  readonly module: string;
  readonly turnedAt: Date;
}

/** Events of these types that happened from then on. */
export interface EventsMissed {
  readonly types: readonly string[];
  readonly from: Date;
}

const NONE: ReadonlyMap<number, string> = new Map();

/** Finished turns of the district in whose scope the statement runs. */
export async function readFinishedTurns(database: Kysely<object>): Promise<FinishedTurns> {
  const { rows } = await sql<{ module: string; at: number; seen: string }>`
    select module, (extract(epoch from turned_at) * 1000)::float8 as at, seen::text from module_turns
  `.execute(database);
  const finished = new Map<string, Map<number, string>>();
  for (const { module, at, seen } of rows) {
    finished.set(module, (finished.get(module) ?? new Map<number, string>()).set(at, seen));
  }
  return finished;
}

/** Modules whose turn is open on that day; until it is finished, the graph does not show them. */
export function openTurns(timeline: Timeline, finished: FinishedTurns, day: string): OpenTurn[] {
  const on = timeline.on(day);
  return timeline.registry.switchable.flatMap(({ id, handles = {} }) => {
    if (Object.keys(handles).length === 0 || !on.has(id)) return [];
    const spells = timeline.spells(id, day);
    const missed = missedBy(spells, finished.get(id) ?? NONE);
    return missed ? [{ module: id, turnedAt: new Date(spells.at(-1)!.from), ...missed }] : [];
  });
}

/** What modules that are off, or whose turn is open, have still to handle. */
export function eventsStillMissed(timeline: Timeline, finished: FinishedTurns, day: string): EventsMissed[] {
  return timeline.registry.switchable.flatMap(({ id, handles = {} }) => {
    const missed = missedBy(timeline.spells(id, day), finished.get(id) ?? NONE);
    const types = Object.keys(handles);
    return missed && types.length > 0 ? [{ types, from: missed.lookFrom }] : [];
  });
}

/**
 * What was missed since the last time in which the module was really there: the first time it was on, or one whose turn
 * was finished. Times whose turn came to nothing are part of what was missed.
 */
function missedBy(spells: readonly Spell[], finished: ReadonlyMap<number, string>): Missed | undefined {
  const there = spells.findLast(({ from }, index) => index === 0 || finished.has(from));
  if (there?.until === undefined) return undefined;
  const settled = there.until - there.from > SETTLED_MS;
  return {
    missedFrom: new Date(there.until),
    lookFrom: new Date(settled ? there.until - MARGIN_MS : there.from - LONGEST_TRANSACTION_MS),
    handledIn: finished.get(there.from) ?? null,
  };
}
