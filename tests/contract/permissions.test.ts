import { describe, expect, test } from '@jest/globals';
import { type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import { Query, Resolver } from 'type-graphql';
import type { GuardExtensions } from '../../src/kernel/graphql/permission.js';
import { buildSuperset } from '../../src/kernel/graphql/superset.js';
import { CONTRACT_VERSION, definePlugin } from '../../src/kernel/plugin/define.js';
import { createRegistry, type Registry } from '../../src/kernel/plugin/registry.js';
import { covered } from '../support/coverage.js';
import { readSources } from '../support/import-rules.js';
import { core, everything, plugins } from '../support/installed.js';

/** Words that stand for "everybody" and "everybody signed in"; anything else must be a declared permission. */
const OPEN = new Set(['public', 'signed-in']);

function permissionOf(field: { extensions: unknown }): string | undefined {
  return (field.extensions as GuardExtensions).permission;
}

function rootFields(schema: GraphQLSchema) {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => ({ name: `${root!.name}.${field.name}`, field })),
  );
}

function silentRootFields(schema: GraphQLSchema): string[] {
  return rootFields(schema)
    .filter(({ field }) => !permissionOf(field))
    .map(({ name }) => name);
}

function unknownPermissions(schema: GraphQLSchema, registry: Registry): string[] {
  const unknown: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const permission = permissionOf(field);
      if (!permission || OPEN.has(permission) || registry.lookup('permissions', permission)) continue;
      unknown.push(`${type.name}.${field.name} asks for '${permission}'`);
    }
  }
  return unknown;
}

/** Permissions named in a call that asks for one; `false` or FORBIDDEN would be all that a typing error leads to. */
function unknownNames(sources: ReadonlyMap<string, string>, declared: ReadonlySet<string>): string[] {
  const asking =
    /\b(?:withinScopes|covered|assertMay|refuseUnlessMay|assertHolds|assertHoldsInDistrict|holdsInDistrict|scopesOf|placesOf)\([^;]*?'([a-z-]+:[a-z-]+)'/g;
  return [...sources].flatMap(([file, source]) =>
    [...source.matchAll(asking)]
      .filter(([, name]) => !declared.has(name!))
      .map(
        ([, name]) => `${file} asks for '${name}', which nobody declares; declare it in permissions.ts or correct it`,
      ),
  );
}

describe('permissions', () => {
  const registry = everything();
  const { schema } = buildSuperset(registry);

  test('every root field says who may use it', () => {
    expect(silentRootFields(schema)).toEqual([]);
    covered('root fields', rootFields(schema).length);
  });

  test('no mutation is open to callers who are not signed in', () => {
    const open = rootFields(schema).filter(
      ({ name, field }) => name.startsWith('Mutation.') && permissionOf(field) === 'public',
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('every permission that a field asks for is declared by somebody', () => {
    expect(unknownPermissions(schema, registry)).toEqual([]);
  });

  test('a guarded field of an object is nullable, so that lacking the permission costs the field and not the object', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const costly = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || roots.includes(type)) return [];
      return Object.values(type.getFields())
        .filter((field) => permissionOf(field) && isNonNullType(field.type))
        .map((field) => `${type.name}.${field.name} needs { nullable: true }`);
    });
    expect(costly).toEqual([]);
  });

  test('every permission that a predicate or service asks for by name is declared by somebody', () => {
    const declared = new Set(registry.plugins.flatMap((plugin) => Object.keys(plugin.permissions ?? {})));
    const sources = new Map([...readSources('src'), ...readSources('tests/fixtures/plugins/reading-circle')]);
    expect(unknownNames(sources, declared)).toEqual([]);
    const planted = new Map([['src/plugins/x/y.ts', `withinScopes(ctx, 'statoin:read', 'node.organization_id')`]]);
    expect(unknownNames(planted, declared)).toEqual([
      `src/plugins/x/y.ts asks for 'statoin:read', which nobody declares; declare it in permissions.ts or correct it`,
    ]);
  });

  test('every declared permission is granted to a role and bears a title in both languages', () => {
    const declared = registry.plugins.flatMap((plugin) => Object.entries(plugin.permissions ?? {}));
    const useless = declared.filter(([, { grantedTo, title }]) => grantedTo.length === 0 || !title.zh || !title.en);
    expect(useless.map(([name]) => name)).toEqual([]);
    covered('permissions', declared.length);
  });

  test('a resolver that declares none is noticed', () => {
    @Resolver()
    class Silent {
      @Query(() => String, { description: '漏报权限 / Forgot its permission' })
      plantedSilence(): string {
        return '';
      }
    }
    const planted = definePlugin({
      id: 'planted',
      version: '0.1.0',
      contract: CONTRACT_VERSION,
      title: { zh: '植入', en: 'Planted' },
      resolvers: [Silent],
    });
    const faulty = buildSuperset(createRegistry(core, [...plugins, planted]));
    expect(silentRootFields(faulty.schema)).toEqual(['Query.plantedSilence']);
  });
});
