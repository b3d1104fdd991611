import {
  actorOf,
  assertHoldsInDistrict,
  lockFor,
  type NewDecision,
  type RequestContext,
  refuse,
  type Timeline,
} from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { impactOf } from '../impact/impact.service.js';
import { statedTerms, type Terms } from '../stated-terms.js';
import { type Plan, planOff, planOn, type Wish } from './plan.js';
import { visibleModule } from './visible-modules.js';

/** A module that was switched, locked or freed together with another, and whether it is on from that day on. */
export interface Along {
  readonly id: string;
  readonly on: boolean;
  readonly since: string;
}

/** What came of a wish. */
export interface Switched {
  readonly moduleId: string;
  readonly also: readonly Along[];
}

interface SwitchInput {
  readonly moduleId: string;
  readonly since?: string | null;
  readonly reason: string;
}

/**
 * Switches a module on from a day on, with everything it requires. What is on already, with nothing else planned, stays
 * as it is. Errors: NOT_FOUND, FORBIDDEN, MODULE_LOCKED, MODULE_DATE_OUT_OF_RANGE, INVALID_VALUE.
 */
export async function enableModule(ctx: RequestContext, input: SwitchInput): Promise<Switched> {
  return switching(ctx, input, async (tx, wish) => decide(tx, wish, planOn(wish)));
}

/**
 * Switches a module off from a day on, with everything that requires it. Its data stay.
 * Errors: those of {@link enableModule}; MODULE_IMPACT_UNCONFIRMED unless `confirmation` is that of the impact as it is.
 */
export async function disableModule(
  ctx: RequestContext,
  input: SwitchInput & { readonly confirmation?: string | null },
): Promise<Switched> {
  return switching(ctx, input, async (tx, wish) => {
    const plan = planOff(wish);
    if (plan.decisions && plan.decisions.length > 0) await assertConfirmed(tx, wish, input.confirmation ?? null);
    return decide(tx, wish, plan);
  });
}

async function switching(
  ctx: RequestContext,
  input: SwitchInput,
  work: (tx: RequestContext, wish: Wish) => Promise<readonly Along[]>,
): Promise<Switched> {
  assertHoldsInDistrict(ctx.principal, 'module:switch');
  const { id } = visibleModule(ctx, input.moduleId, ['input', 'moduleId']);
  const terms = statedTerms(ctx, input);
  return ctx.transaction(async (tx) => ({ moduleId: id, also: await work(tx, await wishFor(tx, id, terms)) }));
}

/** Reads what stands in the way; from here on nobody else decides about modules of the district. */
export async function wishFor(tx: RequestContext, module: string, terms: Terms): Promise<Wish> {
  await lockFor(tx, 'switches');
  const timeline = await tx.kernel.switches.timeline(tx);
  return { registry: tx.kernel.registry, timeline, module, ...terms };
}

/** Writes a plan down and answers what changed besides the module itself. Errors: MODULE_LOCKED. */
export async function decide(tx: RequestContext, wish: Wish, plan: Plan): Promise<readonly Along[]> {
  const decisions = await unhindered(tx, plan);
  if (decisions.length === 0) return [];
  await tx.kernel.switches.decide(tx, decisions);
  return changedAlong(wish, decisions, await tx.kernel.switches.timeline(tx));
}

/** The decisions of a plan. Errors: MODULE_LOCKED, with what is locked, since when and by whom. */
export async function unhindered(
  tx: RequestContext,
  { decisions, hindrance }: Plan,
  path: readonly string[] = ['input', 'moduleId'],
): Promise<readonly NewDecision[]> {
  if (!hindrance) return decisions;
  const { id, module, state, since } = hindrance;
  const details = { module, lock: state, since, decidedBy: await actorOf(tx, id) };
  throw refuse(errors.MODULE_LOCKED, { path, details });
}

/** Modules with decisions of their own, and those that lost or found what they require. */
function changedAlong(
  { timeline, registry, module, since }: Wish,
  decisions: readonly NewDecision[],
  after: Timeline,
): Along[] {
  const before = timeline.on(since);
  const now = after.on(since);
  // The first one of each: what was planned for a later day comes back for that day.
  const decided = new Map(decisions.map((decision): [string, string] => [decision.module, decision.since]).reverse());
  return registry.switchable
    .filter(({ id }) => id !== module && (decided.has(id) || before.has(id) !== now.has(id)))
    .map(({ id }) => {
      const day = decided.get(id) ?? since;
      return { id, on: after.on(day).has(id), since: day };
    });
}

async function assertConfirmed(tx: RequestContext, { module, since, timeline }: Wish, confirmation: string | null) {
  const impact = await impactOf(tx, { module, on: since, timeline });
  if (impact.confirmation === null || impact.confirmation === confirmation) return;
  const details = { module, entries: impact.entries };
  throw refuse(errors.MODULE_IMPACT_UNCONFIRMED, { path: ['input', 'confirmation'], details });
}
