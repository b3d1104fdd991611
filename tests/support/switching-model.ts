import type { NewDecision, PluginDefinition } from '../../src/kernel/index.js';

/** How long a switch may take to reach every process. */
const REACH_MS = 1_000;

/** One set of modules of a district, from when it may have been seen until when it may still have been in force. */
interface State {
  readonly from: number;
  until: number;
  /** Modules on; of those in `either`, it cannot be said whether they are seen yet. */
  readonly on: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
}

/** What one answer shows: modules that were there, and modules that were not. */
export interface Evidence {
  readonly on: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
}

/**
 * Which modules a district has on according to the decisions taken, worked out without the platform: locks above
 * switches, the last word counts, nothing without what it requires. A module with handlers that comes back is seen when
 * it has handled what it missed, so both are right for it.
 */
export class SwitchingModel {
  readonly #switched = new Map<string, NewDecision['state']>();
  readonly #locked = new Map<string, NewDecision['state']>();
  readonly #wasOn = new Set<string>();
  readonly #states: State[];

  constructor(readonly plugins: readonly PluginDefinition[]) {
    this.#states = [{ from: 0, until: Number.POSITIVE_INFINITY, on: new Set(), either: new Set() }];
  }

  /** Modules that are on by the decisions so far. */
  get on(): ReadonlySet<string> {
    return this.#states.at(-1)!.on;
  }

  get changes(): number {
    return this.#states.length - 1;
  }

  /** Notes decisions in force from today, carried out by `work`: what they replace is right until it is done. */
  async deciding(decisions: readonly NewDecision[], work: () => Promise<void>): Promise<void> {
    const replaced = this.#states.at(-1)!;
    for (const { kind, module, state } of decisions)
      (kind === 'LOCK' ? this.#locked : this.#switched).set(module, state);
    const on = this.#effective();
    const either = this.plugins.flatMap(({ id, handles }) =>
      handles && on.has(id) && this.#wasOn.has(id) ? [id] : [],
    );
    for (const id of on) this.#wasOn.add(id);
    this.#states.push({ from: performance.now(), until: Number.POSITIVE_INFINITY, on, either: new Set(either) });
    await work();
    replaced.until = performance.now();
  }

  /** Why an answer fits no set that was in force between its sending and its arrival; `undefined` when one fits. */
  objection({ on, off }: Evidence, sent: number, answered: number): string | undefined {
    const candidates = this.#states.filter(({ from, until }) => from <= answered && sent <= until + REACH_MS);
    const fits = candidates.some(
      (state) =>
        [...on].every((module) => state.on.has(module)) &&
        [...off].every((module) => !state.on.has(module) || state.either.has(module)),
    );
    if (fits) return undefined;
    const sets = candidates.map((state) => `{${[...state.on].join(' ')}}`).join(' or ');
    return `on {${[...on].join(' ')}} and off {${[...off].join(' ')}}, but it was ${sets}`;
  }

  #effective(): ReadonlySet<string> {
    const on = new Set<string>();
    const known = new Set(this.plugins.map(({ id }) => id));
    for (const { id, requires = [] } of this.plugins) {
      const locked = this.#locked.get(id) ?? 'FREE';
      const wanted = (locked === 'FREE' ? this.#switched.get(id) : locked) === 'ON';
      if (wanted && requires.every((required) => on.has(required) || !known.has(required))) on.add(id);
    }
    return on;
  }
}
