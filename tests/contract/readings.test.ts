import { describe, expect, test } from '@jest/globals';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { Arg, Query, Resolver } from 'type-graphql';
import type { FieldPermissions } from '../../src/kernel/graphql/field-permissions.js';
import { type FieldReadings, readingsOf } from '../../src/kernel/graphql/readings.js';
import { buildSuperset, type Superset } from '../../src/kernel/graphql/superset.js';
import { type Grant, Permission, ReadsBy, type RequestContext } from '../../src/kernel/index.js';
import { createRegistry, type Registry } from '../../src/kernel/plugin/registry.js';
import { Member } from '../../src/modules/members/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { wageClaims } from '../fixtures/plugins/wage-claims/index.js';
import { covered } from '../support/coverage.js';
import { core, plugins } from '../support/installed.js';

/** Guarded fields of types that are no nodes: without rows of their own the permission cannot hold row by row. */
const GUARDED_WITHOUT_ROWS: Readonly<Record<string, string>> = {};

@Resolver()
class Silent {
  @Query(() => [Member], { description: '漏报 / Forgot to say what it looks at' })
  @Permission('member:read')
  plantedSilence(@Arg('born', () => String, { description: '生于 / Born on' }) _born: string): Member[] {
    return [];
  }

  @Query(() => [Member], { description: '误报 / Says something that is not there' })
  @Permission('member:read')
  @ReadsBy({ born: ['Member.birthday'] })
  plantedError(@Arg('born', () => String, { description: '生于 / Born on' }) _born: string): Member[] {
    return [];
  }

  @Query(() => [Member], { description: '掩码 / Looks at a value that is shown masked alone' })
  @Permission('member:read')
  plantedMask(@Arg('phone', () => String, { description: '手机号 / Phone' }) _phone: string): Member[] {
    return [];
  }
}

function everyReading({ schema, fields }: Superset): { name: string; readings: FieldReadings }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getMutationType()) return [];
    return Object.values(type.getFields()).map((field) => ({
      name: `${type.name}.${field.name}`,
      readings: readingsOf(type.name, field, fields),
    }));
  });
}

function problemsOf(superset: Superset): string[] {
  return everyReading(superset).flatMap(({ readings: { leaves, problems } }) => [
    ...problems,
    ...[...leaves].flatMap(([at, read]) =>
      read
        .filter(({ masked }) => masked)
        .map(({ type, field }) => `${at} looks at ${type}.${field}, which is shown masked alone; take it out.`),
    ),
  ]);
}

interface Guarded {
  readonly type: string;
  readonly field: string;
  readonly permission: string;
}

function guardedFields(schema: GraphQLSchema, fields: FieldPermissions): Guarded[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) return [];
    return Object.keys(type.getFields()).flatMap((field) => {
      const permission = fields.of(type.name, field)?.permission;
      return permission === undefined ? [] : [{ type: type.name, field, permission }];
    });
  });
}

/** Guarded fields that would stay closed to holders of the permission on a subtree. */
function withoutReach(registry: Registry, { schema, fields }: Superset): string[] {
  const onSubtrees = new Set(
    registry.plugins
      .flatMap((plugin) => Object.entries(plugin.roles ?? {}))
      .filter(([, { scope }]) => scope === 'subtree')
      .map(([role]) => role),
  );
  return guardedFields(schema, fields).flatMap(({ type, field, permission }) => {
    const source = fields.sourceOf(type);
    const granted = registry.lookup('permissions', permission)?.grantedTo ?? [];
    if (!source || !granted.some((role) => onSubtrees.has(role))) return [];
    const organizationId = '01900000-0000-7000-8000-000000000000';
    const scope = { kind: 'subtree', organizationId } as const;
    const grants: Grant[] = [{ role: 'one', scope, permissions: new Set([permission]) }];
    const ctx = { principal: { id: organizationId, name: 'somebody', grants } } as unknown as RequestContext;
    return source.reach(ctx, permission) === false
      ? [`${type}.${field} asks for '${permission}', held on subtrees; give the node source of ${type} a reach.`]
      : [];
  });
}

describe('what the arguments of a list look at', () => {
  const registry = createRegistry(core, [...plugins, wageClaims]);
  const superset = buildSuperset(registry);

  test('is known of every filter, order, grouping and search argument, and is never a masked value', () => {
    expect(problemsOf(superset)).toEqual([]);
    const leaves = everyReading(superset).flatMap(({ readings }) => [...readings.leaves]);
    covered('arguments, input fields and enum values with what they look at', leaves.length);
  });

  test('is found under every form it can take', () => {
    const { leaves } = readingsOf('Query', superset.schema.getQueryType()!.getFields().wageClaims!, superset.fields);
    const guarded = [...leaves].filter(([, read]) => read.some(({ permission }) => permission !== undefined));
    expect(guarded.map(([at]) => at.replace('Query.wageClaims', ''))).toEqual([
      '(filter).amount',
      '(filter).severity',
      '(filter).gravities',
      '(orderBy).field: AMOUNT',
      '(search)',
    ]);
    const guardedLists = everyReading(superset).filter(({ readings }) => readings.look);
    expect(guardedLists.map(({ name }) => name).filter((name) => /wage/i.test(name))).toEqual([
      'Query.wageClaims',
      'Query.wageClaimCounts',
      'Organization.wageClaims',
    ]);
  });

  test('a guarded field belongs to a node, whose rows tell where its permission holds', () => {
    const loose = guardedFields(superset.schema, superset.fields).filter(({ type }) => !superset.fields.sourceOf(type));
    expect(loose.map(({ type, field }) => `${type}.${field}`)).toEqual(Object.keys(GUARDED_WITHOUT_ROWS));
    expect(withoutReach(registry, superset)).toEqual([]);
    covered('guarded fields of types', guardedFields(superset.schema, superset.fields).length);
  });

  test('an argument that says nothing, one that says what is not there, and one at a masked value are noticed', () => {
    const faulty = buildSuperset(
      createRegistry(core, [...plugins, wageClaims, brokenPlugin('planted', { resolvers: [Silent] })]),
    );
    const planted = problemsOf(faulty).filter((line) => line.includes('planted'));
    expect(planted.map((line) => line.split(/[:;]/)[0])).toEqual([
      'Query.plantedSilence(born)',
      "Query.plantedError(born) is declared to read 'Member.birthday', which the graph does not have",
      'Query.plantedMask(phone) looks at Member.phone, which is shown masked alone',
    ]);
  });
});
