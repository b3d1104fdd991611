import { beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchema, getIntrospectionQuery, graphqlSync, validateSchema } from 'graphql';
import { buildSuperset, type Superset } from '../../src/kernel/graphql/superset.js';
import { printSorted } from '../../src/kernel/graphql/print.js';
import { projectSchema } from '../../src/kernel/graphql/projection.js';
import { createRegistry, type InstalledPlugin, type Registry } from '../../src/kernel/plugin/registry.js';
import { teaHouse } from '../fixtures/plugins/tea-house/plugin.js';
import { wageClaims } from '../fixtures/plugins/wage-claims/index.js';
import { covered } from '../support/coverage.js';
import { core, plugins } from '../support/installed.js';
import { type GraphName, graphNamesOf, membersOf, namesHeldFor, namesIn } from '../support/module-names.js';
import { said, slipsOf } from '../support/slips.js';
import { randomOf, rounds } from '../support/size.js';
import { syntheticPlugins } from '../support/synthetic-plugins.js';

const SETS = rounds(4, 300);
/** Modules that are off whose names somebody almost knows, in each set. */
const NEARLY_KNOWN = rounds(3, 4);

let registry: Registry;
let superset: Superset;
let sets: ReadonlySet<string>[];

beforeAll(() => {
  registry = createRegistry(core, [...syntheticPlugins(5), ...plugins, wageClaims, teaHouse]);
  superset = buildSuperset(registry);
  sets = [...new Set([registry.core, ...randomSets()])];
});

/** Random sets of modules, from hardly any to nearly all. */
function randomSets(): ReadonlySet<string>[] {
  const random = randomOf('sets of modules');
  return Array.from({ length: SETS }, () => {
    const share = random.integer(100) / 100;
    return registry.effective(new Set(registry.switchable.flatMap(({ id }) => (random.chance(share) ? [id] : []))));
  });
}

/** What a schema says of itself in every way, with the names of modules in it that are off. */
function leaks(schema: GraphQLSchema, on: ReadonlySet<string>): string[] {
  const off = registry.switchable.filter(({ id }) => !on.has(id));
  const introspection = graphqlSync({ schema, source: getIntrospectionQuery() });
  if (introspection.errors) throw introspection.errors[0];
  const descriptions: string[] = [];
  const described = (key: string, value: unknown) => {
    if (key !== 'description') return value;
    descriptions.push(String(value));
    return undefined;
  };
  const texts: Record<string, string> = {
    introspection: JSON.stringify(introspection.data, described),
    sdl: printSorted(schema).replaceAll(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"/g, ''),
    descriptions: descriptions.join('\n'),
    suggestions: suggestions(
      schema,
      nearlyKnown(off).flatMap(({ id }) => graphNamesOf(superset, id)),
    ),
  };
  const names = new Set(off.flatMap(({ id }) => [...namesHeldFor(registry, superset, id, on)]));
  // A field may be called by a word that any sentence may have in it.
  const telling = new Set([...names].filter((name) => !/^[a-z]+$/.test(name)));
  return Object.entries(texts).flatMap(([where, text]) =>
    namesIn(text, where === 'descriptions' ? telling : names).map((name) => `${where}: ${name}`),
  );
}

/** Some of the modules, and the reading circles whatever else is installed: one that is checked stands behind them. */
function nearlyKnown(off: readonly InstalledPlugin[]): readonly InstalledPlugin[] {
  return off.filter(({ id }, at) => id === 'reading-circle' || at >= off.length - NEARLY_KNOWN);
}

/** What validation thinks was meant, to somebody who almost knows the names. */
function suggestions(schema: GraphQLSchema, names: readonly GraphName[]): string {
  // Of a type that is not there validation says the same whatever its member is called: one of them will do.
  const oneOf = new Map(names.filter(({ member }) => member !== undefined).map((name) => [name.type, name]));
  const telling = names.filter(
    (name) => name.member === undefined || schema.getType(name.type) || oneOf.get(name.type) === name,
  );
  return said(schema, slipsOf(superset.schema, telling))
    .split('\n')
    .map((line) => /Did you mean (.*)$/.exec(line)?.[1] ?? '')
    .join('\n');
}

describe('any set of modules', () => {
  test('makes a valid schema that says none of the names of any other, in any way', () => {
    const found: string[] = [];
    for (const set of sets) {
      const schema = projectSchema(superset, set);
      expect(validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }))).toEqual([]);
      found.push(...leaks(schema, set));
    }
    expect(found).toEqual([]);
  });

  test('makes a schema with everything that its own modules bring', () => {
    const missing: string[] = [];
    for (const set of sets) {
      const schema = projectSchema(superset, set);
      for (const id of set) {
        for (const { type, member } of graphNamesOf(superset, id)) {
          const there = member === undefined ? schema.getType(type) : membersOf(schema, type).includes(member);
          if (!there) missing.push(`${id}: ${type}.${member}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  test('is searched by a search that finds names of every kind', () => {
    const found = leaks(superset.schema, registry.core);
    for (const fault of [
      'sdl: ReadingCircle',
      'sdl: readingCircles',
      'sdl: readingCircleId',
      'sdl: BOOK_DELIVERY',
      'sdl: foundReadingCircle',
      'introspection: WageClaimSeverity',
      'introspection: TEA_INVITATION',
      'suggestions: ReadingCircle',
      'suggestions: readingCircles',
      'suggestions: readingCircleId',
      'suggestions: BOOK_DELIVERY',
      'suggestions: pourTea',
      'suggestions: favouriteTea',
    ]) {
      expect(found).toContain(fault);
    }
  });

  test('every switchable module has names of its own to look for', () => {
    for (const { id } of registry.switchable) {
      expect(namesHeldFor(registry, superset, id, registry.core).size).toBeGreaterThan(10);
    }
    covered(
      'names of switchable modules',
      registry.switchable.reduce((sum, { id }) => sum + namesHeldFor(registry, superset, id, registry.core).size, 0),
    );
  });
});
