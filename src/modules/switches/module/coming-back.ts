import { type ModuleDecision, type NewDecision, Timeline } from '../../../kernel/index.js';
import { dependentsOf, requirementsOf } from './dependencies.js';
import type { Wish } from './plan.js';

/**
 * Decisions for the modules whose last word is that they go off because the wished one does, on its day or later: they
 * are again as they were to be before. One whose own requirements are no longer all there stays off.
 */
export function comingBack(wish: Wish, taken: readonly NewDecision[]): NewDecision[] {
  const { registry, module } = wish;
  const back: NewDecision[] = [];
  // What a module requires comes back before it.
  for (const id of dependentsOf(registry, module).reverse()) {
    const again = asBefore(wish, id);
    if (again.length > 0 && isComplete(wish, id, [...taken, ...back, ...again])) back.push(...again);
  }
  return back;
}

/** What was decided about a module for the day of the wish and later, before it went off with the wished one. */
function asBefore({ registry, timeline, module, since, reason }: Wish, id: string): NewDecision[] {
  const switched = timeline.history(id).filter(({ kind }) => kind === 'SWITCH');
  const kept = switched.findIndex((decision) => !isBorrowedOff(decision, module, since));
  if (kept <= 0) return [];
  const before = new Timeline(registry, switched.slice(kept));
  const isOn = before.inForce(id, 'SWITCH', since)?.state === 'ON';
  const again: NewDecision[] = isOn
    ? [{ module: id, kind: 'SWITCH', state: 'ON', since, reason, becauseOf: module }]
    : [];
  for (const { state, since: day, reason: why, becauseOf } of before.planned(id, since)) {
    again.push({ module: id, kind: 'SWITCH', state, since: day, reason: why, becauseOf: becauseOf ?? module });
  }
  return again;
}

function isBorrowedOff({ state, becauseOf, since }: ModuleDecision, module: string, day: string): boolean {
  return state === 'OFF' && becauseOf === module && since >= day;
}

/** Whether, with these decisions, the module has all it requires on every day from the wished one on that it is on. */
function isComplete({ registry, timeline, since }: Wish, id: string, decisions: readonly NewDecision[]): boolean {
  const last = Math.max(0, ...timeline.decisions.map(({ number }) => number));
  const decided = decisions.map((decision, at): ModuleDecision => {
    const number = last + 1 + at;
    return { becauseOf: null, ...decision, id: '', number, decidedAt: new Date(), decidedBy: '' };
  });
  const after = new Timeline(registry, [...timeline.decisions, ...decided]);
  const isOn = (module: string, day: string) => after.inForce(module, 'SWITCH', day)?.state === 'ON';
  const days = [since, ...after.days.filter((day) => day > since)];
  const required = requirementsOf(registry, id);
  return days.every((day) => !isOn(id, day) || required.every((other) => isOn(other, day)));
}
