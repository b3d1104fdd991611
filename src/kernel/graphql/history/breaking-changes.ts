import type { CalendarDay } from '../../time/calendar-day.js';
import { readDeprecation } from '../deprecation.js';
import type { GraphChange } from './changes.js';
import { type GraphElement, type GraphElements, ROOT_TYPES } from './graph-elements.js';

/** A change beside what was promised. */
export interface Judgement<Change extends GraphChange> {
  readonly change: Change;
  /** Whether it may be made: what is BREAKING may not, nor what takes away the time that a deprecation gives. */
  readonly allowed: boolean;
  /** Of what is breaking: why it may be made or not. */
  readonly why?: string;
}

/**
 * Says of every change whether it keeps what the released graph promises on a day. Of breaking changes only removals
 * can: of what was released as deprecated, from the day after its `removeAfter`, and of types to which nothing else led.
 * A deprecation that would be released when its last day has passed gives nobody any time, and is none.
 */
export function judged<Change extends GraphChange>(
  changes: readonly Change[],
  released: GraphElements,
  today: CalendarDay,
): Judgement<Change>[] {
  const needed = typesInUse(released, today);
  return changes.map((change) => {
    if (isLate(change, today))
      return { change, allowed: false, why: 'its removeAfter has passed before anybody was told' };
    if (change.severity !== 'BREAKING') return { change, allowed: true };
    if (change.kind === 'TYPE_REMOVED') {
      return needed.has(change.coordinate)
        ? { change, allowed: false, why: 'something released and not yet to be removed leads to it' }
        : { change, allowed: true, why: 'nothing led to it but what may be removed' };
    }
    if (!change.kind.endsWith('_REMOVED')) return { change, allowed: false };
    const { deprecation } = change;
    if (!deprecation) return { change, allowed: false, why: 'it was never released as deprecated' };
    const allowed = today > deprecation.removeAfter;
    return { change, allowed, why: `it was promised until ${deprecation.removeAfter}` };
  });
}

const NODE = 'Node';

/** Types that callers can still meet when everything is gone that may be removed on this day. */
function typesInUse(graph: GraphElements, today: CalendarDay): ReadonlySet<string> {
  const names = new Map<string, string[]>();
  // That a type is a node makes nobody meet it: `node(id:)` wants an id, which something else must have given.
  for (const element of graph.values()) {
    if (element.kind === 'TYPE' || element.kind === 'LOCATION' || element.type === undefined) continue;
    if (mayGo(element, today) || (element.kind === 'ARGUMENT' && mayGo(graph.get(element.parent!)!, today))) continue;
    const owner = element.coordinate.replace(/\..*$/, '');
    const named = element.type.replace(/[[\]!]/g, '');
    names.set(owner, [...(names.get(owner) ?? []), named]);
    // Whoever asks for any other interface meets what implements it.
    if (element.kind === 'INTERFACE' && named !== NODE) names.set(named, [...(names.get(named) ?? []), owner]);
  }
  const found = new Set<string>();
  const reach = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const next of names.get(name) ?? []) reach(next);
  };
  // Of types of others only the fields that are added to them are in a plugin's part; whether they are met is not for it.
  const isMet = (name: string) => ROOT_TYPES.has(name) || name.startsWith('@') || !graph.has(name);
  for (const name of names.keys()) if (isMet(name)) reach(name);
  return found;
}

/** Whether a last day is promised that has passed already; `from` is the one that was promised before. */
function isLate({ kind, from, deprecation }: GraphChange, today: CalendarDay): boolean {
  const isPromise = kind === 'DEPRECATED' || kind === 'DEPRECATION_CHANGED';
  return isPromise && deprecation !== undefined && deprecation.removeAfter !== from && deprecation.removeAfter <= today;
}

function mayGo({ deprecated }: GraphElement, today: CalendarDay): boolean {
  const deprecation = deprecated === undefined ? undefined : readDeprecation(deprecated);
  return deprecation !== undefined && today > deprecation.removeAfter;
}

/** A change as a sentence for the log of a build. */
export function describeChange({ kind, coordinate, from, to }: GraphChange): string {
  const [, part, what] = /^(.*?)_?(ADDED|REMOVED|CHANGED|LIFTED|DEPRECATED)$/.exec(kind)!;
  const words = [part, what].join(' ').toLowerCase().replaceAll('_', ' ').trim();
  if (from !== undefined && to !== undefined) return `${coordinate}: ${words} from ${from} to ${to}`;
  const detail = to ?? from;
  return detail === undefined ? `${coordinate}: ${words}` : `${coordinate}: ${words} (${detail})`;
}
