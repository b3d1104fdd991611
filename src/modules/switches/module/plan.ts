import type { Kernel, ModuleDecision, NewDecision, Timeline } from '../../../kernel/index.js';
import type { Terms } from '../stated-terms.js';
import { comingBack } from './coming-back.js';
import { dependentsOf, requirementsOf } from './dependencies.js';

type Registry = Kernel['registry'];
type Kind = ModuleDecision['kind'];
type State = ModuleDecision['state'];

/** What has to be decided for a wish to come true; or the decision that stands in its way. */
export type Plan =
  | { readonly decisions: readonly NewDecision[]; readonly hindrance?: undefined }
  | { readonly decisions?: undefined; readonly hindrance: ModuleDecision };

/** What stands in the timeline of a district, and what somebody wants to change in it. */
export interface Wish extends Terms {
  readonly registry: Registry;
  readonly timeline: Timeline;
  readonly module: string;
}

/**
 * On from a day on, together with everything it requires. Where that takes back that it goes off, what was to go off
 * with it comes back as it was.
 */
export function planOn(wish: Wish): Plan {
  const concerned = [...requirementsOf(wish.registry, wish.module), wish.module];
  const plan = planSwitches(wish, concerned, 'ON', 'OFF');
  const isDecided = plan.decisions?.some(({ module }) => module === wish.module);
  return isDecided ? { decisions: [...plan.decisions!, ...comingBack(wish, plan.decisions!)] } : plan;
}

/** Off from a day on, together with everything that requires it and is on then, or planned to be on later. */
export function planOff(wish: Wish): Plan {
  const concerned = [...dependentsOf(wish.registry, wish.module), wish.module];
  return planSwitches(wish, concerned, 'OFF', 'ON');
}

function planSwitches(wish: Wish, concerned: readonly string[], state: 'ON' | 'OFF', opposite: 'ON' | 'OFF'): Plan {
  const hindrance = concerned
    .map((id) => wish.timeline.inForce(id, 'LOCK', wish.since))
    .find((lock) => lock?.state === opposite);
  if (hindrance) return { hindrance };
  return { decisions: missing(wish, concerned, 'SWITCH', state) };
}

/**
 * Fixed on, fixed off or free again from a day on. Fixed on, it takes what it requires with it, and those locks end with
 * its own. Fixed off, it hides what requires it without touching the switches, so that all is as before once it is free.
 */
export function planLock(wish: Wish, state: State): Plan {
  const { registry, module } = wish;
  const hindrance =
    state === 'ON'
      ? lockedThenOrLater(wish, requirementsOf(registry, module), 'OFF')
      : lockedThenOrLater(wish, dependentsOf(registry, module), 'ON');
  if (hindrance) return { hindrance };
  if (state === 'ON') {
    return { decisions: missing(wish, [...requirementsOf(registry, module), module], 'LOCK', 'ON') };
  }
  return {
    decisions: [...missing(wish, [module], 'LOCK', state), ...missing(wish, noLongerNeeded(wish), 'LOCK', 'FREE')],
  };
}

/** Requirements that were fixed on for the sake of others alone, of which none is left once the module is not. */
function noLongerNeeded(wish: Wish): string[] {
  const { registry, timeline, module, since } = wish;
  const freed = new Set([module]);
  for (const id of requirementsOf(registry, module).reverse()) {
    const locks = [timeline.inForce(id, 'LOCK', since), ...timeline.planned(id, since)].filter(
      (decision) => decision?.kind === 'LOCK' && decision.state === 'ON',
    );
    if (locks.length === 0 || locks.some((lock) => lock!.becauseOf === null)) continue;
    const others = dependentsOf(registry, id).filter((dependent) => !freed.has(dependent));
    if (!lockedThenOrLater(wish, others, 'ON')) freed.add(id);
  }
  freed.delete(module);
  return [...freed];
}

/** A lock of one of the modules in that state on the day of the wish, or planned for a later one. */
function lockedThenOrLater(
  { timeline, since }: Wish,
  modules: readonly string[],
  state: 'ON' | 'OFF',
): ModuleDecision | undefined {
  return modules
    .flatMap((id) => [timeline.inForce(id, 'LOCK', since), ...timeline.planned(id, since)])
    .find((decision) => decision?.kind === 'LOCK' && decision.state === state);
}

/** Decisions for those of the modules that are not in that state from the day on for good. */
function missing(wish: Wish, ids: readonly string[], kind: Kind, state: State): NewDecision[] {
  const { module, since, reason } = wish;
  return ids
    .filter((id) => !remains(wish, id, kind, state))
    .map((id) => ({ module: id, kind, state, since, reason, ...(id !== module && { becauseOf: module }) }));
}

/** Whether the module is in that state on the day of the wish and nothing else is planned for it afterwards. */
function remains({ timeline, module, since }: Wish, id: string, kind: Kind, state: State): boolean {
  const present = timeline.inForce(id, kind, since);
  const later = timeline.planned(id, since).filter((decision) => decision.kind === kind);
  // What was fixed for another's sake would be freed with it: fixed for its own sake it is decided anew.
  const borrowed = kind === 'LOCK' && state === 'ON' && id === module && present?.becauseOf != null;
  return (
    !borrowed &&
    (present?.state ?? (kind === 'SWITCH' ? 'OFF' : 'FREE')) === state &&
    later.every((decision) => decision.state === state)
  );
}
