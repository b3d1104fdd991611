import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { describeChange, judged } from '../../src/kernel/graphql/history/breaking-changes.js';
import { recorded } from '../../src/kernel/graphql/history/changelog.js';
import { graphChanges } from '../../src/kernel/graphql/history/changes.js';
import { type GraphElement, graphElements, ROOT_TYPES } from '../../src/kernel/graphql/history/graph-elements.js';
import { type Owners, ownerChanges, ownerIn, ownersOf } from '../../src/kernel/graphql/history/owners.js';
import { ownPart } from '../../src/kernel/graphql/history/own-part.js';
import { printSuperset } from '../../src/kernel/graphql/print.js';
import { buildSuperset } from '../../src/kernel/graphql/superset.js';
import { covered } from '../support/coverage.js';
import { everything } from '../support/installed.js';

const registry = everything();
const superset = buildSuperset(registry);
const owners = ownersOf(superset);
const elements = graphElements(printSuperset(superset));
const installed = new Set(registry.plugins.map(({ id }) => id));

/** Breaking changes from everything installed to a changed graph, as `plugin: what`. */
function breaking(changed: ReadonlyMap<string, GraphElement>, now: Owners = owners): string[] {
  const after = { elements: changed, owners: now };
  const changes = [...graphChanges(elements, changed), ...ownerChanges({ elements, owners }, after, registry)];
  return judged(recorded(changes, owners, now), elements, '2026-11-21')
    .filter(({ allowed }) => !allowed)
    .map(({ change }) => `${change.plugin}: ${describeChange(change)}`);
}

/** The first element of a plugin that fulfils a condition. */
function firstOf(plugin: string, fits: (element: GraphElement) => boolean): [string, GraphElement] | undefined {
  return [...elements].find(([, element]) => ownerIn(owners, element.coordinate) === plugin && fits(element));
}

const withFields = [...installed].filter((id) => firstOf(id, ({ kind }) => kind === 'FIELD'));

describe('the graph', () => {
  test('has an owner for every part of it, who is installed', () => {
    const nobodys = [...elements.values()].filter(
      ({ coordinate }) => !ROOT_TYPES.has(coordinate) && !installed.has(ownerIn(owners, coordinate) ?? ''),
    );
    expect(nobodys.map(({ coordinate }) => coordinate)).toEqual([]);
    covered('parts of the graph with an owner', elements.size);
  });
});

describe('a breaking change of the graph', () => {
  test.each(withFields)('that %s makes names it', (plugin) => {
    const isOwn = ({ coordinate }: GraphElement) => ownerIn(owners, coordinate) === plugin;
    const without = breaking(new Map([...elements].filter(([, element]) => !isOwn(element))));
    expect(without.length).toBeGreaterThan(0);
    // Whoever refers to what is gone has to change as well, and only the plugin itself may be named for what is gone.
    expect(without.filter((line) => !line.startsWith(`${plugin}: `))).toEqual([]);

    const [key, field] = firstOf(plugin, ({ kind }) => kind === 'FIELD')!;
    const narrowed = new Map(elements).set(key, { ...field, type: 'Planted' });
    expect(breaking(narrowed)).toEqual([`${plugin}: ${field.coordinate}: type changed from ${field.type} to Planted`]);

    const argument = `${field.coordinate}(planted:)`;
    const asking: GraphElement = { kind: 'ARGUMENT', coordinate: argument, parent: key, type: 'Int!' };
    expect(breaking(new Map(elements).set(argument, asking))).toEqual([
      `${plugin}: ${argument}: argument added (Int!)`,
    ]);
  });

  test('is that something moves to a plugin that not every district has with it, and not the other way about', () => {
    const moved = { ...owners, 'Member.name': 'reading-circle' };
    expect(breaking(elements, moved)).toEqual([
      'reading-circle: Member.name: owner changed from members to reading-circle',
    ]);
    expect(breaking(elements, { ...owners, 'Member.readingCircles': 'organizations' })).toEqual([]);
    const renamed = Object.entries(owners).map(([part, id]) => [part, id === 'reading-circle' ? 'other' : id]);
    const lost = breaking(elements, Object.fromEntries(renamed) as Owners);
    expect(lost).toContain('other: ReadingCircle: owner changed from reading-circle to other');
    expect(lost).toContain('other: Member.readingCircles: owner changed from reading-circle to other');
    // Once for the type, not again for each of its fields.
    expect(lost.filter((line) => line.includes('ReadingCircle.'))).toEqual([]);
  });
});

describe('what a plugin from outside promises', () => {
  test('is its own part of the graph, with nothing of anybody else', () => {
    const part = ownPart(superset, 'reading-circle');
    const own = graphElements(part);
    expect([...own.values()].filter(({ coordinate }) => ownerIn(owners, coordinate) !== 'reading-circle')).toEqual([]);
    const missing = [...elements].filter(([key, { coordinate }]) => {
      return ownerIn(owners, coordinate) === 'reading-circle' && !own.has(key);
    });
    expect(missing).toEqual([]);
    expect(part).toContain('extend type Member {');
    expect(ownPart(superset, 'kernel')).not.toContain('ReadingCircle');
  });
});
