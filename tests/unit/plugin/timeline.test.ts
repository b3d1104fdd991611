import { describe, expect, test } from '@jest/globals';
import {
  CONTRACT_VERSION,
  definePlugin,
  type ModuleDecision,
  type PluginDefinition,
  Timeline,
} from '../../../src/kernel/index.js';
import { createRegistry } from '../../../src/kernel/plugin/registry.js';
import { eventsStillMissed, openTurns } from '../../../src/kernel/plugin/turns.js';

const plugin = (id: string, more: Partial<PluginDefinition> = {}) =>
  definePlugin({ id, version: '1.0.0', contract: CONTRACT_VERSION, title: { zh: id, en: id }, ...more });

const registry = createRegistry(
  [plugin('members', { events: { 'bell.rung': { zh: '钟响', en: 'A bell rang' } } })],
  [
    plugin('circle', { handles: { 'bell.rung': async () => undefined } }),
    plugin('claims', { requires: ['circle'] }),
    plugin('cards'),
  ],
);

/** `ON circle 2026-06-01 @2026-05-20T08:00:00Z`, with LOCK: or SWITCH: (the rule) before the state. */
function decided(...lines: readonly string[]): Timeline {
  const decisions = lines.map((line, index): ModuleDecision => {
    const [, kind = 'SWITCH', state, module, since, at] = /^(?:(\w+):)?(\w+) (\S+) (\S+)(?: @(\S+))?$/.exec(line)!;
    return {
      id: `decision-${index}`,
      number: index + 1,
      module: module!,
      kind: kind as 'SWITCH',
      state: state as 'ON',
      since: since!,
      reason: '',
      becauseOf: null,
      decidedAt: new Date(at ?? `${since}T04:00:00Z`),
      decidedBy: 'somebody',
    };
  });
  return new Timeline(registry, decisions);
}

const on = (timeline: Timeline, day: string) => [...timeline.on(day)].filter((id) => id !== 'members');

describe('what is on on a day', () => {
  test('without a decision: the core alone', () => {
    expect([...decided().on('2026-06-01')]).toEqual(['members']);
  });

  test('is what was decided last among the decisions in force, whatever days they are for', () => {
    const timeline = decided('ON circle 2026-06-01', 'OFF circle 2026-09-01 @2026-06-02T00:00:00Z');
    expect(['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map((day) => on(timeline, day))).toEqual([
      [],
      ['circle'],
      ['circle'],
      [],
    ]);
  });

  test('a decision replaces what was planned for later days, a plan made after it stands', () => {
    const replaced = decided(
      'OFF circle 2026-09-01 @2026-06-01T00:00:00Z',
      'ON circle 2026-07-01 @2026-06-02T00:00:00Z',
    );
    expect(on(replaced, '2026-12-01')).toEqual(['circle']);
    expect(replaced.planned('circle', '2026-06-30').map(({ since }) => since)).toEqual(['2026-07-01']);
    const standing = decided(
      'ON circle 2026-07-01 @2026-06-01T00:00:00Z',
      'OFF circle 2026-09-01 @2026-06-02T00:00:00Z',
    );
    expect(on(standing, '2026-12-01')).toEqual([]);
    expect(standing.planned('circle', '2026-06-30').map(({ since }) => since)).toEqual(['2026-07-01', '2026-09-01']);
  });

  test('a lock of the city is stronger than the switch, until it is lifted', () => {
    const timeline = decided('LOCK:OFF circle 2026-06-01', 'ON circle 2026-06-02', 'LOCK:FREE circle 2026-07-01');
    expect(on(timeline, '2026-06-30')).toEqual([]);
    expect(on(timeline, '2026-07-01')).toEqual(['circle']);
    expect(on(decided('OFF circle 2026-06-01', 'LOCK:ON circle 2026-06-02'), '2026-06-02')).toEqual(['circle']);
    expect(timeline.inForce('circle', 'LOCK', '2026-06-30')?.state).toBe('OFF');
    expect(timeline.inForce('circle', 'LOCK', '2026-05-31')).toBeUndefined();
  });

  test('without what it requires a module is off, and so is one that is not installed any more', () => {
    expect(on(decided('ON claims 2026-06-01', 'ON gone 2026-06-01'), '2026-06-01')).toEqual([]);
    expect(on(decided('ON claims 2026-06-01', 'ON circle 2026-06-05'), '2026-06-05')).toEqual(['circle', 'claims']);
  });

  test('is one and the same object for the same modules', () => {
    const first = decided('ON circle 2026-06-01', 'ON cards 2026-06-01').on('2026-06-01');
    const second = decided('ON cards 2026-01-01', 'LOCK:ON circle 2026-01-01').on('2026-06-01');
    expect(second).toBe(first);
    expect(decided('ON cards 2026-01-01').on('2026-06-01')).not.toBe(first);
  });
});

describe('the moment a module went off', () => {
  const last = (timeline: Timeline, now: string) => timeline.lastOff('circle', new Date(now))?.toISOString();

  test('is when it was decided, or the midnight of Shanghai that was decided on', () => {
    const at = '2026-06-03T07:30:00.000Z';
    expect(last(decided('ON circle 2026-06-01', `OFF circle 2026-06-03 @${at}`), '2026-06-04T00:00:00Z')).toBe(at);
    const dated = decided('ON circle 2026-06-01', 'OFF circle 2026-06-10 @2026-06-03T07:30:00Z');
    expect(last(dated, '2026-06-09T15:59:59.999Z')).toBeUndefined();
    expect(last(dated, '2026-06-09T16:00:00Z')).toBe('2026-06-09T16:00:00.000Z');
  });

  test('is none for a module that never was on, or is', () => {
    expect(last(decided('OFF circle 2026-06-01'), '2026-06-04T00:00:00Z')).toBeUndefined();
    expect(last(decided('OFF circle 2026-06-01', 'ON circle 2026-06-02'), '2026-06-04T00:00:00Z')).toBeUndefined();
  });

  test('is also that of what it requires', () => {
    const timeline = decided('ON circle 2026-06-01', 'ON claims 2026-06-01', 'OFF circle 2026-06-03');
    expect(timeline.lastOff('claims', new Date('2026-06-04T00:00:00Z'))?.toISOString()).toBe(
      '2026-06-03T04:00:00.000Z',
    );
  });

  test('of two plans that never came into force there is no trace', () => {
    const timeline = decided(
      'ON circle 2026-06-01',
      'OFF circle 2026-06-10 @2026-06-02T00:00:00Z',
      'ON circle 2026-06-05 @2026-06-03T00:00:00Z',
    );
    expect(last(timeline, '2026-07-01T00:00:00Z')).toBeUndefined();
  });
});

describe('an open turn', () => {
  const turn = (timeline: Timeline, ...finished: readonly string[]) => {
    const views = new Map(finished.map((day) => [Date.parse(`${day}T04:00:00Z`), `view of ${day}`]));
    const [found] = openTurns(timeline, new Map([['circle', views]]), '2026-06-30');
    return found && [found.missedFrom, found.turnedAt].map((moment) => moment.toISOString().slice(0, 10));
  };

  test('is there for a module that is on after it was off, until it is finished', () => {
    const timeline = decided('ON circle 2026-06-01', 'OFF circle 2026-06-03', 'ON circle 2026-06-06');
    expect(turn(timeline)).toEqual(['2026-06-03', '2026-06-06']);
    expect(turn(timeline, '2026-06-06')).toBeUndefined();
  });

  test('is not there for a module that is on for the first time, off, or handles nothing', () => {
    expect(turn(decided('ON circle 2026-06-01'))).toBeUndefined();
    expect(turn(decided('OFF circle 2026-05-01', 'ON circle 2026-06-01'))).toBeUndefined();
    expect(turn(decided('ON circle 2026-06-01', 'OFF circle 2026-06-03'))).toBeUndefined();
    expect(turn(decided('ON cards 2026-06-01', 'OFF cards 2026-06-03', 'ON cards 2026-06-06'))).toBeUndefined();
  });

  test('reaches back over turns that came to nothing, because it went off again before it was done', () => {
    const timeline = decided(
      'ON circle 2026-06-01',
      'OFF circle 2026-06-03',
      'ON circle 2026-06-06',
      'OFF circle 2026-06-07',
      'ON circle 2026-06-09',
    );
    expect(turn(timeline)).toEqual(['2026-06-03', '2026-06-09']);
    expect(turn(timeline, '2026-06-06')).toEqual(['2026-06-07', '2026-06-09']);
  });

  test('begins where the last one ended that was finished, and looks a little before', () => {
    const timeline = decided(
      'ON circle 2026-06-01',
      'OFF circle 2026-06-03',
      'ON circle 2026-06-06',
      'OFF circle 2026-06-09',
    );
    const views = new Map([['circle', new Map([[Date.parse('2026-06-06T04:00:00Z'), 'view']])]]);
    const again = decided(
      'ON circle 2026-06-01',
      'OFF circle 2026-06-03',
      'ON circle 2026-06-06',
      'OFF circle 2026-06-09',
      'ON circle 2026-06-10',
    );
    const lookFrom = new Date('2026-06-09T03:59:00Z');
    expect(openTurns(again, views, '2026-06-30')).toMatchObject([{ lookFrom, handledIn: 'view' }]);
    expect(eventsStillMissed(timeline, views, '2026-06-30')).toEqual([{ types: ['bell.rung'], from: lookFrom }]);
    expect(eventsStillMissed(decided('ON circle 2026-06-01'), views, '2026-06-30')).toEqual([]);
  });

  test('looks before the last one when that had hardly ended: what was then under way may not have been handled', () => {
    const timeline = decided(
      'ON circle 2026-06-06',
      'OFF circle 2026-06-06 @2026-06-06T04:05:00Z',
      'ON circle 2026-06-06 @2026-06-06T04:06:00Z',
    );
    expect(openTurns(timeline, new Map(), '2026-06-30')).toMatchObject([
      { lookFrom: new Date('2026-06-06T03:00:00Z'), handledIn: null },
    ]);
  });

  test('is found also when a decision in force today was stamped by a clock ahead of this one', () => {
    const timeline = decided(
      'ON circle 2026-06-01',
      'OFF circle 2026-06-03',
      'ON circle 2026-06-30 @2026-06-30T16:00:00.4Z',
    );
    expect(turn(timeline)).toEqual(['2026-06-03', '2026-06-30']);
  });
});

describe('thousands of decisions, which anybody who may switch can make', () => {
  const COUNT = 8_000;
  const day = (number: number) => new Date(Date.UTC(2026, 5, 1 + (number % 300))).toISOString().slice(0, 10);
  const minute = (number: number) => new Date(Date.UTC(2026, 4, 20, 0, number)).toISOString();

  test('cost no more than reading them: the times of a module and its plans are there within a second', () => {
    const lines = Array.from(
      { length: COUNT },
      (_, at) => `${at % 2 ? 'OFF' : 'ON'} circle ${at < COUNT / 2 ? '2026-05-01' : day(at)} @${minute(at)}`,
    );
    const timeline = decided(...lines);
    const began = performance.now();
    const spells = timeline.spells('circle', '2027-12-31');
    timeline.planned('circle', '2026-05-31');
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(spells.length).toBeGreaterThan(COUNT / 4 - 1);
  });

  test('do not push the sets of other districts out of what is remembered', () => {
    const many = createRegistry(
      [plugin('members', { events: { 'bell.rung': { zh: '钟响', en: 'A bell rang' } } })],
      Array.from({ length: 12 }, (_, at) => plugin(`module-${at}`)),
    );
    const elsewhere = many.effective(new Set(['module-3']));
    const decisions = Array.from({ length: 4_096 }, (_, at): ModuleDecision => {
      // Each number differs from the one before it in one bit: every set comes once.
      const gray = at ^ (at >> 1);
      const bit = Math.log2(gray ^ ((at - 1) ^ ((at - 1) >> 1))) || 0;
      const since = '2026-05-01';
      const rest = { kind: 'SWITCH', since, reason: '', becauseOf: null, decidedBy: 'somebody' } as const;
      const state = gray & (1 << bit) ? 'ON' : 'OFF';
      const decidedAt = new Date(Date.UTC(2026, 4, 20, 0, at));
      return { id: `decision-${at}`, number: at, module: `module-${bit}`, state, decidedAt, ...rest };
    });
    new Timeline(many, decisions).spells('module-0', '2026-12-31');
    expect(many.effective(new Set(['module-3']))).toBe(elsewhere);
  });
});
