import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchema, isEnumType, isScalarType, validateSchema } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { toGlobalId } from '../../src/kernel/graphql/global-id.js';
import { projectSchema } from '../../src/kernel/graphql/projection.js';
import { buildSuperset, type Superset } from '../../src/kernel/graphql/superset.js';
import type { PluginDefinition } from '../../src/kernel/plugin/define.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { covered } from '../support/coverage.js';
import { core, everything, plugins } from '../support/installed.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';

const BAOSHAN = '310113';

/** A plugin with all that it requires, in no particular order. */
function withRequirements(plugin: PluginDefinition): PluginDefinition[] {
  const required = plugins.filter(({ id }) => plugin.requires?.includes(id));
  return [...new Set([...required.flatMap(withRequirements), plugin])];
}

/** Types and fields of a schema whose owner is not among these modules. */
function leftovers(schema: GraphQLSchema, superset: Superset, modules: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const absent = (owner: string | null | undefined) => owner == null || !modules.has(owner);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isScalarType(type)) continue;
    const root = type === schema.getQueryType() || type === schema.getMutationType();
    if (!root && absent(superset.ownerOfType(type.name))) found.push(type.name);
    const members = isEnumType(type)
      ? type.getValues().map(({ name }) => name)
      : Object.keys('getFields' in type ? type.getFields() : {});
    for (const field of members) {
      if (absent(superset.ownerOfField(type.name, field))) found.push(`${type.name}.${field}`);
    }
  }
  return found;
}

describe('a set of installed plugins', () => {
  const sets: [string, PluginDefinition[]][] = [
    ['none', []],
    ['all of them', [...plugins]],
    ...plugins.map((plugin): [string, PluginDefinition[]] => [`${plugin.id} alone`, withRequirements(plugin)]),
  ];

  test.each(sets)('%s: makes a valid schema with nothing of anybody else in it', (_name, chosen) => {
    const registry = createRegistry(core, chosen);
    const superset = buildSuperset(registry);
    const modules = new Set(registry.plugins.map(({ id }) => id));
    const schema = projectSchema(superset, modules);
    // Derived schemas are taken to be valid when they are served; here that is what is to be shown.
    expect(validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }))).toEqual([]);
    expect(leftovers(schema, superset, modules)).toEqual([]);
  });

  test('the search for leftovers finds them', () => {
    const superset = buildSuperset(everything());
    const onlyCore = new Set(core.map(({ id }) => id));
    expect(leftovers(superset.schema, superset, onlyCore)).toContain('Member.readingCircles');
  });
});

describe('a district', () => {
  let platform: Platform;
  const registry = everything();

  beforeAll(async () => {
    platform = await startPlatform({ plugins });
  });
  afterAll(() => platform.close());

  test('without a module has none of its types and fields, and with it all of them', async () => {
    const { superset } = platform.app;
    let parts = 0;
    for (const { id } of registry.switchable) {
      const others = registry.effective(
        new Set(registry.switchable.map((other) => other.id).filter((other) => other !== id)),
      );
      const without = projectSchema(superset, others);
      expect(leftovers(without, superset, others)).toEqual([]);
      const all = new Set(registry.plugins.map((plugin) => plugin.id));
      const own = leftovers(projectSchema(superset, all), superset, others);
      expect(own.length).toBeGreaterThan(0);
      parts += own.length;
    }
    covered('types and fields of switchable modules', parts);
  });

  test('cannot load a node of a module that it has off', async () => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const types = registry.switchable.flatMap((plugin) => Object.keys(plugin.nodes ?? {}));
    for (const type of types) {
      const { node } = await administrator.query(`query ($id: ID!) { node(id: $id) { __typename } }`, {
        id: toGlobalId(type, uuidv7()),
      });
      expect(node).toBeNull();
    }
    covered('node types of switchable modules', types.length);
  });

  test('shows a module within a second of switching it on, and hides it again as fast', async () => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const shows = async () =>
      (await (await administrator.fetch('/schema.graphql')).text()).includes('type ReadingCircle ');
    /** Asks until it is so; whoever asks a second after the switching, or later, must be answered so. */
    const becomes = async (shown: boolean) => {
      const switched = performance.now();
      for (;;) {
        const asked = performance.now() - switched;
        if ((await shows()) === shown) return;
        expect(asked).toBeLessThan(1_000);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    expect(await shows()).toBe(false);
    await platform.enable(BAOSHAN, 'reading-circle');
    await becomes(true);
    await platform.disable(BAOSHAN, 'reading-circle');
    await becomes(false);
  });
});
