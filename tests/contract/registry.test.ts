import { describe, expect, test } from '@jest/globals';
import type { PluginDefinition } from '../../src/kernel/plugin/define.js';
import { createRegistry, RegistryError } from '../../src/kernel/plugin/registry.js';
import * as form from '../fixtures/plugins/broken/against-the-form.js';
import * as parts from '../fixtures/plugins/broken/parts-of-others.js';
import * as nothing from '../fixtures/plugins/broken/references-to-nothing.js';
import * as elsewhere from '../fixtures/plugins/broken/same-names-elsewhere.js';
import * as graph from '../fixtures/plugins/broken/same-names-in-the-graph.js';
import { covered } from '../support/coverage.js';
import { core, everything, plugins } from '../support/installed.js';

/** What is wrong with each broken plugin: the words that must all stand in one sentence, the cure among them. */
const faults: readonly [string, readonly PluginDefinition[], readonly string[]][] = [
  ['a type of the same name', [graph.sameType], ["type 'ReadingCircle'", "'reading-circle'", "'same-type'", 'rename']],
  [
    'the same field on somebody else’s type',
    [graph.sameMemberField],
    ["'Member.readingCircles'", "'reading-circle'", "'same-member-field'", 'rename'],
  ],
  [
    'the same root field',
    [graph.sameRootField],
    ["'Query.readingCircles'", "'reading-circle'", "'same-root-field'", 'rename'],
  ],
  ['the same id', [elsewhere.sameId], ["plugin id 'reading-circle'", 'rename']],
  ['the same migration', [elsewhere.sameId], ["migration 'reading-circle:20261121120000_reading_circle'", 'rename']],
  [
    'the same table',
    [elsewhere.sameTable],
    ["table 'reading_circle_circles'", "'reading-circle'", "'same-table'", 'rename'],
  ],
  [
    'the same entity',
    [elsewhere.sameEntity],
    ["entity 'ReadingCircle'", "'reading-circle'", "'same-entity'", 'rename'],
  ],
  [
    'the same permission',
    [elsewhere.samePermission],
    ["permission 'reading-circle:read'", "'reading-circle'", "'same-permission'", 'rename'],
  ],
  [
    'the same error code',
    [elsewhere.sameErrorCode],
    ["error code 'READING_CIRCLE_FULL'", "'reading-circle'", "'same-error-code'", 'rename'],
  ],
  ['the same event', [elsewhere.sameEvent], ["event 'reading-circle.joined'", "'same-event'", 'rename']],
  [
    'the same open cases',
    [elsewhere.sameOpenCases],
    ["kind of open case 'reading-circle-places'", "'same-open-cases'", 'rename'],
  ],
  ['the same role', [elsewhere.sameRole], ["role 'administrator'", "'access'", "'same-role'", 'rename']],
  [
    'an unknown dependency',
    [nothing.unknownDependency],
    ["'unknown-dependency'", "'never-written'", 'install it or drop'],
  ],
  [
    'dependencies in a circle',
    [nothing.firstOfCircle, nothing.secondOfCircle],
    ['first-of-circle -> second-of-circle -> first-of-circle', 'third plugin'],
  ],
  ['an event that nobody emits', [nothing.unknownEvent], ["'unknown-event'", "'nobody.happened'"]],
  ['a role that nobody declares', [nothing.unknownRole], ["'unknown-role'", "'unknown-role:read'", "'never-declared'"]],
  [
    'a type of a plugin that is not required',
    [parts.ownsType, parts.usesType],
    ["'uses-type'", "type 'SharedTeaSort'", "'owns-type'", 'in its requires'],
  ],
  [
    'a field on a type of a plugin that is not required',
    [parts.ownsType, parts.addsToType],
    ["'adds-to-type'", "type 'SharedTeaSort'", "'owns-type'", 'in its requires'],
  ],
  ['another contract', [form.wrongContract], ["'wrong-contract'", 'contract 2', 'install a version']],
  ['an id out of form', [form.wrongId], ["'Wrong_Id'", 'kebab-case', 'rename']],
  ['a role named as a district’s own', [form.roleOfADistrict], ["'own-keeper'", "'role-of-a-district'", 'rename']],
  ['a setting without a default', [form.settingWithoutDefault], ["'setting-without-default'", 'default', 'limit']],
  ['a migration out of form', [form.wrongMigrationName], ["'first.sql'", "'wrong-migration-name'", 'YYYYMMDDhhmmss']],
  ['a table outside the prefix', [form.tableOutsidePrefix], ["'loose_rows'", "'table_outside_prefix_'", 'rename']],
];

function problemsOf(broken: readonly PluginDefinition[]): readonly string[] {
  try {
    createRegistry(core, [...plugins, ...broken]);
    return [];
  } catch (error) {
    if (error instanceof RegistryError) return error.problems;
    throw error;
  }
}

describe('the registry', () => {
  test('takes everything that is installed, and everything comes after what it requires', () => {
    const { plugins: ordered } = everything();
    const ids = ordered.map(({ id }) => id);
    for (const { id, requires = [] } of ordered) {
      for (const required of requires) expect(ids.indexOf(required)).toBeLessThan(ids.indexOf(id));
    }
    covered('installed modules and plugins', ids.length);
  });

  test.each(faults)('refuses %s, naming who is concerned and the cure', (_name, broken, words) => {
    const problems = problemsOf(broken);
    expect(problems.filter((problem) => words.every((word) => problem.includes(word)))).toHaveLength(1);
  });

  test('takes what uses a type of a plugin that it requires, in whatever order they are named', () => {
    expect(problemsOf([parts.requiresOwner, parts.ownsType])).toEqual([]);
  });

  test('reports all problems at once', () => {
    const broken = [...new Set(faults.flatMap(([, plugin]) => plugin))];
    const problems = problemsOf(broken);
    for (const [, , words] of faults) {
      expect(problems.some((problem) => words.every((word) => problem.includes(word)))).toBe(true);
    }
    covered('faults of plugins', faults.length);
  });

  test('an error at boot lists every problem on a line of its own', () => {
    const problems = problemsOf([nothing.unknownDependency, nothing.unknownEvent]);
    expect(new RegistryError(problems).message.split('\n')).toHaveLength(problems.length + 1);
  });
});
