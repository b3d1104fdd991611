import { addDays, startOfDay } from '../time/business-day.js';
import type { ModuleDecision } from './decisions.js';
import type { Registry } from './registry.js';

/** A time in which a module was on without a break, in milliseconds since 1970; `until` is missing while it is. */
export interface Spell {
  readonly from: number;
  readonly until?: number;
}

/**
 * What the decisions of one district come to, for any day. The last word counts: of the decisions that are in force on
 * a day, the one taken last, so that a decision also replaces what was planned for later days before it.
 */
export class Timeline {
  readonly #byModule = new Map<string, ModuleDecision[]>();
  #changes: readonly { readonly at: number; readonly on: ReadonlySet<string> }[] | undefined;

  constructor(
    readonly registry: Registry,
    readonly decisions: readonly ModuleDecision[],
  ) {
    for (const decision of [...decisions].sort((a, b) => a.number - b.number)) {
      const known = this.#byModule.get(decision.module);
      if (known) known.push(decision);
      else this.#byModule.set(decision.module, [decision]);
    }
  }

  /** Days on which decisions came, or would come, into force, in order. */
  get days(): string[] {
    return [...new Set(this.decisions.map(({ since }) => since))].sort();
  }

  /** Ids of all modules that are on that day: the core, and what is switched on and has what it requires. */
  on(day: string): ReadonlySet<string> {
    return this.#effective(({ since }) => since <= day);
  }

  /** The decision that counts that day for one kind; a lock in force is stronger than the switch beside it. */
  inForce(module: string, kind: ModuleDecision['kind'], day: string): ModuleDecision | undefined {
    return this.#lastWord(module, kind, ({ since }) => since <= day);
  }

  /** Decisions that will come into force after that day unless another is taken before, in the order of their days. */
  planned(module: string, after: string): ModuleDecision[] {
    /** Of each kind, the first day of what was decided later. */
    const replacedFrom: Partial<Record<ModuleDecision['kind'], string>> = {};
    const planned: ModuleDecision[] = [];
    for (const decision of this.history(module)) {
      const { kind, since } = decision;
      const from = replacedFrom[kind];
      if (from !== undefined && from <= since) continue;
      replacedFrom[kind] = since;
      if (since > after) planned.push(decision);
    }
    return planned.sort((a, b) => (a.since === b.since ? a.number - b.number : a.since < b.since ? -1 : 1));
  }

  /** All decisions about a module, newest first. */
  history(module: string): ModuleDecision[] {
    return (this.#byModule.get(module) ?? []).toReversed();
  }

  /** The moment a module last stopped being on; `undefined` when it never was, or is. */
  lastOff(module: string, now: Date): Date | undefined {
    const last = this.#spells(module, now.getTime()).at(-1);
    return last?.until === undefined ? undefined : new Date(last.until);
  }

  /** The times in which a module was on until the end of that day, in order. */
  spells(module: string, day: string): readonly Spell[] {
    return this.#spells(module, this.#endOf(day));
  }

  /** The last moment of a day, or later: whatever clock stamped a decision, one that is in force that day counts. */
  #endOf(day: string): number {
    const taken = this.decisions.filter(({ since }) => since <= day).map(({ decidedAt }) => decidedAt.getTime());
    return Math.max(startOfDay(addDays(day, 1)).getTime() - 1, ...taken);
  }

  #spells(module: string, until: number): Spell[] {
    const spells: Spell[] = [];
    for (const { at, on } of this.#history()) {
      if (at > until) break;
      const last = spells.at(-1);
      const open = last !== undefined && last.until === undefined;
      if (on.has(module) && !open) spells.push({ from: at });
      else if (!on.has(module) && open) spells[spells.length - 1] = { from: last.from, until: at };
    }
    return spells;
  }

  /** What was on after each moment at which a decision came into force: when it was taken, or at midnight of its day. */
  #history(): readonly { readonly at: number; readonly on: ReadonlySet<string> }[] {
    this.#changes ??= this.#replay();
    return this.#changes;
  }

  /** Goes through the decisions once, whatever their number: anybody who may switch can make thousands. */
  #replay(): { readonly at: number; readonly on: ReadonlySet<string> }[] {
    const byMoment = Map.groupBy(this.decisions, comesIntoForce);
    const words = new Map<string, Partial<Record<ModuleDecision['kind'], ModuleDecision>>>();
    const wanted = new Set<string>();
    let on: ReadonlySet<string> = new Set();
    return [...byMoment]
      .sort(([a], [b]) => a - b)
      .map(([at, decisions]) => {
        let changed = false;
        for (const decision of decisions) {
          const { module, kind, number } = decision;
          const word = words.get(module) ?? {};
          if (number < (word[kind]?.number ?? 0)) continue;
          word[kind] = decision;
          words.set(module, word);
          const isOn = stateOf(word.LOCK, word.SWITCH) === 'ON';
          if (isOn === wanted.has(module)) continue;
          changed = true;
          if (isOn) wanted.add(module);
          else wanted.delete(module);
        }
        if (changed) on = this.registry.complete(wanted);
        return { at, on };
      });
  }

  #effective(counts: (decision: ModuleDecision) => boolean): ReadonlySet<string> {
    const wanted = new Set<string>();
    for (const module of this.#byModule.keys()) {
      const word = (kind: ModuleDecision['kind']) => this.#lastWord(module, kind, counts);
      if (stateOf(word('LOCK'), word('SWITCH')) === 'ON') wanted.add(module);
    }
    return this.registry.effective(wanted);
  }

  #lastWord(
    module: string,
    kind: ModuleDecision['kind'],
    counts: (decision: ModuleDecision) => boolean,
  ): ModuleDecision | undefined {
    return this.#byModule.get(module)?.findLast((decision) => decision.kind === kind && counts(decision));
  }
}

/** A lock is stronger than the switch beside it, as long as it is not free. */
function stateOf(lock: ModuleDecision | undefined, switched: ModuleDecision | undefined): ModuleDecision['state'] {
  return lock && lock.state !== 'FREE' ? lock.state : (switched?.state ?? 'OFF');
}

/** Milliseconds since 1970. */
function comesIntoForce({ since, decidedAt }: ModuleDecision): number {
  return Math.max(startOfDay(since).getTime(), decidedAt.getTime());
}
