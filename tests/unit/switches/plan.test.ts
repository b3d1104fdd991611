import { describe, expect, test } from '@jest/globals';
import { brokenPlugin } from '../../fixtures/plugins/broken/broken-plugin.js';
import { addDays, type ModuleDecision, type NewDecision, Timeline } from '../../../src/kernel/index.js';
import { createRegistry } from '../../../src/kernel/plugin/registry.js';
import { dependentsOf, requirementsOf } from '../../../src/modules/switches/module/dependencies.js';
import { type Plan, planLock, planOff, planOn } from '../../../src/modules/switches/module/plan.js';

/** `fair` needs `shelf` and `stage`, both need `circle`; `chess` stands alone. */
const registry = createRegistry(
  [],
  [
    brokenPlugin('fair', { requires: ['shelf', 'stage'] }),
    brokenPlugin('chess', {}),
    brokenPlugin('shelf', { requires: ['circle'] }),
    brokenPlugin('stage', { requires: ['circle'] }),
    brokenPlugin('circle', {}),
  ],
);
const MODULES = registry.switchable.map(({ id }) => id);
const DAY = '2027-03-01';
const LATER = '2027-03-10';

/** A district on paper: what is decided is taken down at once. */
class District {
  readonly decisions: ModuleDecision[] = [];

  get timeline(): Timeline {
    return new Timeline(registry, this.decisions);
  }

  wish(module: string, since = DAY) {
    return { registry, timeline: this.timeline, module, since, reason: 'why' };
  }

  take(plan: Plan): string[] {
    if (plan.hindrance) return [`hindered by ${plan.hindrance.module} ${plan.hindrance.state}`];
    for (const decision of plan.decisions) this.add(decision);
    return plan.decisions.map(({ module, kind, state }) => `${module} ${kind} ${state}`);
  }

  add(decision: NewDecision): void {
    const number = this.decisions.length + 1;
    const decided = { becauseOf: null, id: String(number), number, decidedAt: new Date('2027-01-01'), decidedBy: 'x' };
    this.decisions.push({ ...decided, ...decision });
  }
}

describe('what hangs together', () => {
  test('is found through others, each module after what it needs', () => {
    expect(requirementsOf(registry, 'fair')).toEqual(['circle', 'shelf', 'stage']);
    expect(dependentsOf(registry, 'circle')).toEqual(['fair', 'stage', 'shelf']);
    expect([requirementsOf(registry, 'chess'), dependentsOf(registry, 'chess')]).toEqual([[], []]);
  });

  test('is switched on together and off together, from the same day', () => {
    const district = new District();
    const on = ['circle SWITCH ON', 'shelf SWITCH ON', 'stage SWITCH ON', 'fair SWITCH ON'];
    expect(district.take(planOn(district.wish('fair', LATER)))).toEqual(on);
    expect(new Set(district.decisions.map(({ since }) => since))).toEqual(new Set([LATER]));
    expect(district.decisions.map(({ becauseOf }) => becauseOf)).toEqual(['fair', 'fair', 'fair', null]);
    // Off before the day on which it was to go on: what was planned goes with it.
    const off = ['fair SWITCH OFF', 'stage SWITCH OFF', 'shelf SWITCH OFF', 'circle SWITCH OFF'];
    expect(district.take(planOff(district.wish('circle')))).toEqual(off);
    expect([...district.timeline.on(LATER)]).toEqual([]);
  });

  test('is left alone where it is so already, unless something else is planned', () => {
    const district = new District();
    district.take(planOn(district.wish('shelf')));
    expect(district.take(planOn(district.wish('stage')))).toEqual(['stage SWITCH ON']);
    expect(district.take(planOn(district.wish('stage')))).toEqual([]);
    district.take(planOff(district.wish('circle', LATER)));
    expect(district.take(planOn(district.wish('stage')))).toEqual(['circle SWITCH ON', 'stage SWITCH ON']);
    expect(district.timeline.on(LATER).has('shelf')).toBe(false);
    expect(district.timeline.on(LATER).has('stage')).toBe(true);
  });
});

describe('a switch-off that is taken back', () => {
  /** All on but for chess, then the circle off with all that needs it. */
  function switchedOff(since = LATER): District {
    const district = new District();
    district.take(planOn(district.wish('fair')));
    district.take(planOff(district.wish('circle', since)));
    return district;
  }
  const all = ['circle SWITCH ON', 'shelf SWITCH ON', 'stage SWITCH ON', 'fair SWITCH ON'];

  test.each([DAY, LATER])('before or on its day brings back what was to go off with it, from %s', (since) => {
    const district = switchedOff();
    expect(district.take(planOn(district.wish('circle', since)))).toEqual(all);
    expect([...district.timeline.on(LATER)].sort()).toEqual(['circle', 'fair', 'shelf', 'stage']);
    expect(district.decisions.slice(-3).map(({ becauseOf }) => becauseOf)).toEqual(['circle', 'circle', 'circle']);
    expect(district.take(planOn(district.wish('circle', since)))).toEqual([]);
  });

  test('after its day, or decided again meanwhile, leaves off what went off', () => {
    const late = switchedOff(DAY);
    expect(late.take(planOn(late.wish('circle', LATER)))).toEqual(['circle SWITCH ON']);
    const meanwhile = switchedOff();
    meanwhile.take(planOff(meanwhile.wish('stage', DAY)));
    // The fair needs the stage as well.
    expect(meanwhile.take(planOn(meanwhile.wish('circle')))).toEqual(['circle SWITCH ON', 'shelf SWITCH ON']);
  });

  test('brings back what was only planned on its own day, and off again on the day of its own end', () => {
    const district = new District();
    district.take(planOn(district.wish('shelf')));
    district.take(planOn(district.wish('stage', LATER)));
    district.take(planOff(district.wish('shelf', LATER)));
    district.take(planOff(district.wish('circle')));
    district.take(planOn(district.wish('circle')));
    expect([...district.timeline.on(DAY)].sort()).toEqual(['circle', 'shelf']);
    expect([...district.timeline.on(LATER)].sort()).toEqual(['circle', 'stage']);
  });
});

describe('a lock', () => {
  test('fixed off refuses whatever needs it, fixed on refuses whatever it would lose', () => {
    const district = new District();
    district.take(planLock(district.wish('circle', LATER), 'OFF'));
    expect(district.take(planOn(district.wish('fair', LATER)))).toEqual(['hindered by circle OFF']);
    expect(district.take(planLock(district.wish('fair'), 'ON'))).toEqual(['hindered by circle OFF']);
    // Until that day it may be on.
    expect(district.take(planOn(district.wish('shelf')))).toEqual(['circle SWITCH ON', 'shelf SWITCH ON']);
    district.take(planLock(district.wish('circle'), 'FREE'));
    district.take(planLock(district.wish('fair'), 'ON'));
    for (const id of ['circle', 'shelf', 'stage', 'fair']) {
      expect(district.take(planOff(district.wish(id)))[0]).toMatch(/^hindered by \w+ ON$/);
    }
    for (const id of ['circle', 'shelf', 'stage']) {
      expect(district.take(planLock(district.wish(id), 'OFF'))[0]).toMatch(/^hindered by \w+ ON$/);
    }
  });

  test('fixed on takes along what it needs, and what came along goes when nobody needs it any more', () => {
    const district = new District();
    const along = ['circle LOCK ON', 'shelf LOCK ON'];
    expect(district.take(planLock(district.wish('shelf'), 'ON'))).toEqual(along);
    expect(district.take(planLock(district.wish('stage'), 'ON'))).toEqual(['stage LOCK ON']);
    expect(district.take(planLock(district.wish('shelf'), 'FREE'))).toEqual(['shelf LOCK FREE']);
    expect(district.take(planLock(district.wish('stage'), 'FREE'))).toEqual(['stage LOCK FREE', 'circle LOCK FREE']);
    expect([...district.timeline.on(DAY)]).toEqual([]);
  });

  test('that was fixed for its own sake as well stays when the other is freed', () => {
    const district = new District();
    district.take(planLock(district.wish('shelf'), 'ON'));
    expect(district.take(planLock(district.wish('circle'), 'ON'))).toEqual(['circle LOCK ON']);
    expect(district.take(planLock(district.wish('shelf'), 'FREE'))).toEqual(['shelf LOCK FREE']);
    expect([...district.timeline.on(DAY)]).toEqual(['circle']);
  });

  test('planned and given up before its day takes along nothing', () => {
    const district = new District();
    district.take(planLock(district.wish('shelf', LATER), 'ON'));
    expect(district.take(planLock(district.wish('shelf'), 'FREE'))).toEqual(['shelf LOCK FREE', 'circle LOCK FREE']);
    expect([...district.timeline.on(LATER)]).toEqual([]);
  });

  test('fixed off hides what needs it without touching its switch', () => {
    const district = new District();
    district.take(planOn(district.wish('shelf')));
    expect(district.take(planLock(district.wish('circle'), 'OFF'))).toEqual(['circle LOCK OFF']);
    expect([...district.timeline.on(DAY)]).toEqual([]);
    district.take(planLock(district.wish('circle', LATER), 'FREE'));
    expect([...district.timeline.on(LATER)].sort()).toEqual(['circle', 'shelf']);
  });
});

describe('whatever is decided in whatever order', () => {
  test('nothing is switched or fixed on without what it needs, on any day, and each wish comes true on its day', () => {
    expect(faults(20_270_301, (plan) => plan)).toEqual([]);
  });

  test('a plan that forgets what hangs together is noticed', () => {
    const forgetful = (plan: Plan): Plan =>
      plan.decisions ? { decisions: plan.decisions.filter(({ becauseOf }) => becauseOf === undefined) } : plan;
    expect(faults(20_270_301, forgetful).length).toBeGreaterThan(0);
  });
});

/** Takes random wishes in a row, a day now and then going by, and answers everything that should not have come of them. */
function faults(seed: number, plan: (plan: Plan) => Plan): string[] {
  const random = generator(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const found: string[] = [];
  for (let run = 0; run < 40; run += 1) {
    const district = new District();
    let today = DAY;
    for (let step = 0; step < 40; step += 1) {
      if (random() < 0.2) today = addDays(today, 1);
      const module = pick(MODULES);
      const since = addDays(today, Math.floor(random() * 6));
      const wish = district.wish(module, since);
      const wanted = pick(['on', 'off', 'ON', 'OFF', 'FREE'] as const);
      const made = wanted === 'on' ? planOn(wish) : wanted === 'off' ? planOff(wish) : planLock(wish, wanted);
      const done = district.take(plan(made));
      const told = `seed ${seed}, run ${run}, step ${step}: ${wanted} ${module} ${since}: ${done.join(', ')}`;
      if (made.decisions && !isTrue(district.timeline, module, wanted, since)) found.push(`${told}: not so on its day`);
      const broken = brokenRule(district.timeline, today);
      if (broken) found.push(`${told}: ${broken}`);
    }
  }
  return found;
}

function isTrue(timeline: Timeline, module: string, wanted: string, day: string): boolean {
  const lock = timeline.inForce(module, 'LOCK', day)?.state ?? 'FREE';
  if (wanted === wanted.toUpperCase()) return lock === wanted;
  return (timeline.inForce(module, 'SWITCH', day)?.state === 'ON') === (wanted === 'on');
}

function brokenRule(timeline: Timeline, today: string): string | undefined {
  for (let day = today; day <= addDays(today, 8); day = addDays(day, 1)) {
    for (const id of MODULES) {
      for (const kind of ['SWITCH', 'LOCK'] as const) {
        if (timeline.inForce(id, kind, day)?.state !== 'ON') continue;
        const lacking = requirementsOf(registry, id).find(
          (other) => timeline.inForce(other, kind, day)?.state !== 'ON',
        );
        if (lacking) return `on ${day} ${kind} of ${id} is ON without ${lacking}`;
      }
      if (timeline.inForce(id, 'LOCK', day)?.state === 'ON' && !timeline.on(day).has(id)) {
        return `on ${day} ${id} is fixed on and not on`;
      }
    }
  }
  return undefined;
}

/** Mulberry32: the same numbers in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
