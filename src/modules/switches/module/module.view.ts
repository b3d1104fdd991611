import {
  type InstalledPlugin,
  type ModuleDecision,
  type RequestContext,
  say,
  scopesOf,
  type Timeline,
} from '../../../kernel/index.js';
import { dependentsOf, requirementsOf } from './dependencies.js';
import type { Module, ModuleState } from './module.type.js';
import { districtTimeline, visibleModules } from './visible-modules.js';

/** The modules that the caller may know of, in an order in which each comes after what it requires. */
export async function moduleViews(ctx: RequestContext): Promise<Module[]> {
  const timeline = await districtTimeline(ctx);
  const live = await ctx.kernel.switches.enabledFor(ctx.district.id);
  const known = visibleModules(ctx);
  const ids = new Set(known.map(({ id }) => id));
  const facts = { timeline, live, ids, past: daysBefore(timeline, ctx.today) };
  return known.map((plugin) => viewOf(ctx, plugin, facts));
}

/** What a change answers: the module as it is now; `null` for those who may change it, but not read about modules. */
export async function changedModule(ctx: RequestContext, id: string): Promise<Module | null> {
  return scopesOf(ctx.principal, 'module:read').length > 0 ? moduleView(ctx, id) : null;
}

/** One of them; `null` for any other code. */
export async function moduleView(ctx: RequestContext, id: string): Promise<Module | null> {
  return (await moduleViews(ctx)).find((module) => module.id === id) ?? null;
}

interface Facts {
  readonly timeline: Timeline;
  /** What the graph of the district shows at this moment. */
  readonly live: ReadonlySet<string>;
  /** Modules that the caller may know of. */
  readonly ids: ReadonlySet<string>;
  readonly past: readonly Day[];
}

/** A day on which some decision came into force, with what was on from then. */
interface Day {
  readonly day: string;
  readonly on: ReadonlySet<string>;
}

/** Newest first, until today. */
function daysBefore(timeline: Timeline, today: string): Day[] {
  const days = new Set(timeline.decisions.map(({ since }) => since).filter((day) => day <= today));
  return [...days]
    .sort()
    .reverse()
    .map((day) => ({ day, on: timeline.on(day) }));
}

function viewOf(ctx: RequestContext, plugin: InstalledPlugin, facts: Facts): Module {
  const { timeline, live, ids } = facts;
  const { id, title, description, version } = plugin;
  const { registry } = ctx.kernel;
  const lock = timeline.inForce(id, 'LOCK', ctx.today);
  return {
    id,
    title: say(title, ctx.locale),
    description: description ? say(description, ctx.locale) : null,
    version,
    requires: requirementsOf(registry, id).filter((other) => ids.has(other)),
    requiredBy: dependentsOf(registry, id).filter((other) => ids.has(other)),
    on: live.has(id),
    state: stateOf(timeline, id, ctx.today, live),
    since: timeline.history(id).length === 0 ? null : sinceWhen(facts.past, id),
    lock: lock && lock.state !== 'FREE' ? shown(lock, ids) : null,
    planned: timeline.planned(id, ctx.today).map((decision) => shown(decision, ids)),
  };
}

/** A decision as the graph shows it: for whose sake it was taken is told only to those who may know of that module. */
export function shown(decision: ModuleDecision, visible: ReadonlySet<string>): ModuleDecision {
  const { becauseOf } = decision;
  return becauseOf === null || visible.has(becauseOf) ? decision : { ...decision, becauseOf: null };
}

function stateOf(timeline: Timeline, id: string, today: string, live: ReadonlySet<string>): ModuleState {
  const lock = timeline.inForce(id, 'LOCK', today)?.state ?? 'FREE';
  const decided = timeline.inForce(id, 'SWITCH', today)?.state;
  const on = timeline.on(today).has(id);
  if (on && !live.has(id)) return 'CATCHING_UP';
  if (lock === 'OFF') return 'LOCKED_OFF';
  if (!on && (lock === 'ON' || decided === 'ON')) return 'REQUIREMENT_OFF';
  if (lock === 'ON') return 'LOCKED_ON';
  if (decided === undefined) return 'NEVER_SWITCHED';
  return on ? 'SWITCHED_ON' : 'SWITCHED_OFF';
}

/** The first day of the time in which the module has been on, or off, until today. */
function sinceWhen(past: readonly Day[], id: string): string | null {
  const different = past.findIndex(({ on }) => on.has(id) !== past[0]!.on.has(id));
  return past.at(different === -1 ? -1 : different - 1)?.day ?? null;
}
