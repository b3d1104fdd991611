import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { Arg, Field, FieldResolver, InputType, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { readDeprecation } from '../../src/kernel/graphql/deprecation.js';
import { graphElements } from '../../src/kernel/graphql/history/graph-elements.js';
import { isOnWith, ownerIn, ownersOf } from '../../src/kernel/graphql/history/owners.js';
import { printSorted, printSuperset } from '../../src/kernel/graphql/print.js';
import { projectSchema } from '../../src/kernel/graphql/projection.js';
import { buildSuperset } from '../../src/kernel/graphql/superset.js';
import { Deprecated, deprecated, Public } from '../../src/kernel/index.js';
import { createRegistry, type Registry } from '../../src/kernel/plugin/registry.js';
import { Member } from '../../src/modules/members/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { covered } from '../support/coverage.js';
import { core, everything, plugins } from '../support/installed.js';

const days = { since: '2026-11-21', removeAfter: '2027-05-31' };

const PlantedColour = { RED: 'RED', BLUE: 'BLUE', GREEN: 'GREEN' } as const;
registerEnumType(PlantedColour, {
  name: 'PlantedColour',
  description: '植入 / Planted',
  valuesConfig: {
    RED: { deprecationReason: deprecated({ ...days, replacement: 'PlantedColour.PURPLE' }) },
    BLUE: { deprecationReason: deprecated({ ...days, replacement: 'PlantedColour.RED' }) },
  },
});

@InputType({ description: '植入 / Planted' })
class PlantedInput {
  @Field(() => String, { nullable: true, description: '植入 / Planted', deprecationReason: 'Use something else' })
  label?: string;
}

@ObjectType('PlantedThing', { simpleResolvers: true, description: '植入 / Planted' })
class PlantedThing {
  @Field(() => String, { description: '植入 / Planted' })
  @Deprecated({ ...days, replacement: 'PlantedThing.name' })
  label!: string;

  @Field(() => String, { description: '植入 / Planted' })
  name!: string;
}

@Resolver()
class PlantedQueries {
  @Query(() => PlantedThing, { description: '植入 / Planted' })
  @Public()
  plantedThing(
    @Arg('colour', () => PlantedColour, { nullable: true, deprecationReason: '', description: '植入 / Planted' })
    _colour?: keyof typeof PlantedColour,
    @Arg('input', () => PlantedInput, { nullable: true, description: '植入 / Planted' }) _input?: PlantedInput,
  ): PlantedThing {
    return { label: '', name: '' };
  }
}

/** A core module whose deprecation names what only some districts have. */
@Resolver(() => Member)
class PlantedMemberField {
  @FieldResolver(() => String, { nullable: true, description: '植入 / Planted' })
  @Deprecated({ ...days, replacement: 'Member.readingCircles' })
  plantedField(): null {
    return null;
  }
}

/** Everything deprecated, and what is wrong with how it says so. */
function deprecations(registry: Registry): { count: number; problems: string[] } {
  const superset = buildSuperset(registry);
  const owners = ownersOf(superset);
  const graph = graphElements(printSuperset(superset));
  const all = [...graph.values()].filter((element) => element.deprecated !== undefined);
  const problems = all.flatMap(({ coordinate, deprecated: reason }) => {
    const deprecation = readDeprecation(reason!);
    if (!deprecation) return [`${coordinate}: say since, replacement and removeAfter with deprecated()`];
    const { replacement } = deprecation;
    const target = graph.get(replacement);
    if (!target) return [`${coordinate}: its replacement ${replacement} is not in the graph`];
    if (target.deprecated !== undefined) return [`${coordinate}: its replacement ${replacement} is deprecated as well`];
    const [owner, other] = [ownerIn(owners, coordinate)!, ownerIn(owners, replacement)!];
    if (isOnWith(other, owner, registry)) return [];
    return [
      `${coordinate}: its replacement ${replacement} is of '${other}', which a district with '${owner}' may lack`,
    ];
  });
  return { count: all.length, problems };
}

describe('everything deprecated in the graph', () => {
  test('says since when, until when, and what to use instead in every district that has it', () => {
    expect(deprecations(everything()).problems).toEqual([]);
  });

  test('is noticed where it does not', () => {
    const planted = [brokenPlugin('planted', { resolvers: [PlantedQueries] }), ...plugins];
    const ofCore = { ...brokenPlugin('planted-core', { resolvers: [PlantedMemberField] }) };
    const { count, problems } = deprecations(createRegistry([...core, ofCore], planted));
    expect(problems).toEqual([
      "Member.plantedField: its replacement Member.readingCircles is of 'reading-circle', which a district with 'planted-core' may lack",
      'PlantedColour.BLUE: its replacement PlantedColour.RED is deprecated as well',
      'PlantedColour.RED: its replacement PlantedColour.PURPLE is not in the graph',
      'PlantedInput.label: say since, replacement and removeAfter with deprecated()',
      'Query.plantedThing(colour:): say since, replacement and removeAfter with deprecated()',
    ]);
    covered('planted deprecations', count);
  });

  test('is so in the graph of a district as well, which is derived from the whole', () => {
    const registry = createRegistry(core, [...plugins, brokenPlugin('planted', { resolvers: [PlantedQueries] })]);
    const superset = buildSuperset(registry);
    const reasons = (schema: GraphQLSchema) =>
      [...graphElements(printSorted(schema)).values()].flatMap(({ coordinate, deprecated: reason }) =>
        /^(Planted|Query)/.test(coordinate) && reason !== undefined ? [`${coordinate}: ${reason}`] : [],
      );
    const district = projectSchema(superset, registry.effective(new Set(['planted'])));
    expect(reasons(district)).toHaveLength(5);
    expect(reasons(district)).toEqual(reasons(superset.schema));
  });
});
