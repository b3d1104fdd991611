import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type BundledGraph,
  bundledGraph,
  CHANGELOG,
  changesSince,
  currentChangelog,
  type PrintedGraph,
  releasedGraph,
} from '../../src/commands/graph-files.js';
import { describeChange, judged } from '../../src/kernel/graphql/history/breaking-changes.js';
import { printChangelog, readChangelog } from '../../src/kernel/graphql/history/changelog.js';
import { ROOT_TYPES } from '../../src/kernel/graphql/history/graph-elements.js';
import { ownerIn } from '../../src/kernel/graphql/history/owners.js';
import { businessDay } from '../../src/kernel/time/business-day.js';
import { covered } from '../support/coverage.js';

// No plugin of the tests may be loaded here: the schema builder would put its types into the bundled graph.
describe('the released graph', () => {
  let bundled: BundledGraph;
  let released: PrintedGraph;

  beforeAll(async () => {
    bundled = await bundledGraph();
    released = await releasedGraph();
  });

  test('is kept by the graph of today', () => {
    const judgements = judged(changesSince(released, bundled), released.elements, businessDay(new Date()));
    const broken = judgements.filter(({ allowed }) => !allowed);
    expect(broken.map(({ change }) => `${change.plugin}: ${describeChange(change)}`)).toEqual([]);
    covered('released parts of the graph', released.elements.size);
  });

  test('has an owner on record for every part, so that what is removed one day can be named with its plugin', () => {
    const coordinates = [...released.elements.values()].map(({ coordinate }) => coordinate);
    expect(coordinates.filter((name) => !ROOT_TYPES.has(name) && !ownerIn(released.owners, name))).toEqual([]);
    // And nothing on record that was not released, beside which the owner of a type would be taken for that of a field.
    expect(Object.keys(released.owners).filter((coordinate) => !released.elements.has(coordinate))).toEqual([]);
  });

  test('and the graph of today differ as the changelog says, whose history has every commit once, the newest first', async () => {
    const text = readFileSync(CHANGELOG, 'utf8');
    expect(printChangelog(await currentChangelog(bundled))).toBe(text);
    const { history } = readChangelog(text);
    const times = history.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(history.map(({ commit }) => commit)).size).toBe(history.length);
    covered('recorded changes of the graph', history.flatMap(({ changes }) => changes).length);
  });
});
