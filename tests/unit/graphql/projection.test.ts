import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  GraphQLSchema,
  getIntrospectionQuery,
  graphqlSync,
  isEnumType,
  isObjectType,
  printSchema,
  validateSchema,
} from 'graphql';
import { projectSchema } from '../../../src/kernel/graphql/projection.js';
import { SchemaParts } from '../../../src/kernel/graphql/schema-parts.js';
import type { InstalledPlugin } from '../../../src/kernel/plugin/registry.js';

/**
 * A schema in which `@tea` and `@book` say who brought what; everything else is the core's. A type that has the word is
 * brought with all its parts.
 */
function superset(sdl: string, plugins: readonly Partial<InstalledPlugin>[] = []) {
  const schema = buildSchema(sdl.replace(/ @(tea|book)\b/g, ''));
  const owners = new Map<string, string>();
  let within = '';
  for (const line of sdl.split('\n').map((text) => text.trim())) {
    const owner = /@(tea|book)\b/.exec(line)?.[1] ?? 'core';
    const type = /^(?:type|interface|union|enum|input) (\w+)/.exec(line)?.[1];
    const member = /^(\w+)/.exec(line)?.[1];
    if (type) {
      within = type;
      owners.set(type, owner);
    } else if (member) owners.set(`${within}.${member}`, owner === 'core' ? owners.get(within)! : owner);
  }
  const installed = ['core', 'tea', 'book'].map((id) => ({ id, ...plugins.find((plugin) => plugin.id === id) }));
  const ownership = {
    ownerOfType: (name: string) => owners.get(name),
    ownerOfField: (type: string, field: string) => owners.get(`${type}.${field}`) ?? null,
  };
  return { schema, parts: new SchemaParts(schema, ownership, installed as InstalledPlugin[]) };
}

/** The schema of the core and these modules, which must be valid however it came about. */
function projected(from: ReturnType<typeof superset>, ...modules: string[]): GraphQLSchema {
  const schema = projectSchema(from, new Set(['core', ...modules]));
  expect(validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }))).toEqual([]);
  return schema;
}

describe('the schema of a set of modules', () => {
  test('is the superset itself where everything is on, down to its types', () => {
    const whole = superset('type Query {\n a: A\n}\ntype A {\n plain: Int\n tea: Int @tea\n}');
    const all = projected(whole, 'tea', 'book');
    expect(printSchema(all)).toBe(printSchema(whole.schema));
    expect(all.getType('A')).toBe(whole.schema.getType('A'));
  });

  test('shares with the superset what does not change, fields and resolvers included', () => {
    const whole = superset(
      'type Query {\n a: A\n b: B\n}\ntype A {\n plain: Int\n tea: Int @tea\n}\ntype B {\n plain: Int\n}',
    );
    const schema = projected(whole);
    const [field, original] = [schema, whole.schema].map((each) => {
      const type = each.getType('A');
      return isObjectType(type) ? type.getFields().plain : undefined;
    });
    expect(schema.getType('A')).not.toBe(whole.schema.getType('A'));
    expect(field).toBe(original);
    expect(schema.getType('B')).toBe(whole.schema.getType('B'));
  });

  test('keeps what the kernel has noted on fields, arguments and inputs that are made anew', () => {
    const whole = superset(`type Query {
      list(filter: Filter): A
    }
    type A {
      plain: Int
      tea: Int @tea
    }
    input Filter {
      kind: Kind
    }
    enum Kind {
      PLAIN
      TEA @tea
    }`);
    const list = whole.schema.getQueryType()!.getFields().list!;
    const resolve = () => null;
    Object.assign(list, { resolve, extensions: { permission: 'a:read' } });
    Object.assign(list.args[0]!, { extensions: { reads: ['A.plain'] } });
    const made = projected(whole).getQueryType()!.getFields().list!;
    expect(made).not.toBe(list);
    expect(made).toMatchObject({ resolve, extensions: { permission: 'a:read' } });
    expect(made.args[0]).toMatchObject({ name: 'filter', extensions: { reads: ['A.plain'] } });
  });

  test('has no field, argument, value, member or input field of a module that is off', () => {
    const whole = superset(`type Query {
      a(filter: Filter, pot: Pot): A
      u: U
    }
    type A {
      plain(kind: Kind = PLAIN): Kind
      tea: Tea @tea
    }
    type Tea @tea {
      leaf: Int
    }
    union U = A | Tea
    enum Kind {
      PLAIN
      TEA @tea
    }
    input Filter {
      plain: Int
      tea: Int @tea
    }
    input Pot @tea {
      size: Int
    }`);
    const text = printSchema(projected(whole));
    expect(text).not.toMatch(/tea|pot/i);
    expect(text).toContain('plain(kind: Kind = PLAIN): Kind');
    expect(text).toContain('union U = A\n');
    expect(text).toContain('a(filter: Filter): A');
    expect(printSchema(whole.schema)).toMatch(/tea|pot/i);
  });

  test.each([
    ['a type without a field', 'type Query {\n a: Int\n gone: Left\n}\ntype Left {\n tea: Int @tea\n}'],
    [
      'a union without a member',
      'type Query {\n a: Int\n gone: Left\n}\nunion Left = Tea\ntype Tea @tea {\n leaf: Int\n}',
    ],
    ['an enum without a value', 'type Query {\n a: Int\n gone: Left\n}\nenum Left {\n TEA @tea\n}'],
    ['an input without a field', 'type Query {\n a(gone: Left): Int\n}\ninput Left {\n tea: Int @tea\n}'],
    [
      'an input that asks for what is gone',
      'type Query {\n a(gone: Left): Int\n}\ninput Left {\n tea: Pot!\n size: Int\n}\ninput Pot @tea {\n size: Int\n}',
    ],
    [
      'a field that asks for what is gone',
      'type Query {\n a: Int\n gone(pot: Pot!): Int\n}\ninput Pot @tea {\n size: Int\n}',
    ],
    [
      'a chain of types of which the last is gone',
      'type Query {\n a: Int\n gone: One\n}\ntype One {\n gone: Two\n}\ntype Two {\n gone: Tea\n}\ntype Tea @tea {\n leaf: Int\n}',
    ],
  ])('%s goes away with what refers to it', (_name, sdl) => {
    expect(printSchema(projected(superset(sdl)))).toBe('type Query {\n  a: Int\n}');
  });

  test('types that lead to each other and to nothing of a module that is off are kept', () => {
    const whole = superset(
      'type Query {\n one: One\n}\ntype One {\n two: Two\n tea: Int @tea\n}\ntype Two {\n one: One\n}',
    );
    expect(printSchema(projected(whole))).toBe(
      'type Query {\n  one: One\n}\n\ntype One {\n  two: Two\n}\n\ntype Two {\n  one: One\n}',
    );
  });

  test('an object implements no interface that promises what it has lost', () => {
    const whole = superset(`type Query {
      a: A
      b: B
    }
    interface Drink {
      cup: Int
      served: Served
    }
    interface Served {
      cup: Int
    }
    type A implements Drink {
      cup: Int
      served: Tea
    }
    type B implements Served {
      cup: Int
    }
    type Tea implements Served @tea {
      cup: Int
    }`);
    const schema = projected(whole);
    expect(printSchema(schema)).toContain('type A {\n  cup: Int\n}');
    expect(schema.getType('Drink')).toBeUndefined();
    expect(schema.getPossibleTypes(schema.getType('Served') as never).map(({ name }) => name)).toEqual(['B']);
  });

  test('a kind of operation without a field does not exist', () => {
    const whole = superset('type Query {\n a: Int\n}\ntype Mutation {\n tea: Int @tea\n}');
    expect(projected(whole).getMutationType()).toBeUndefined();
    expect(projected(whole, 'tea').getMutationType()).toBeDefined();
  });

  test('what a plugin left behind that is not installed is in no schema', () => {
    const whole = superset('type Query {\n a: Int\n}');
    const stray = {
      ...whole,
      parts: new SchemaParts(whole.schema, { ownerOfType: () => 'core', ownerOfField: () => null }, []),
    };
    expect(projectSchema(stray, new Set(['core', '', '*'])).getQueryType()).toBeUndefined();
  });

  test('answers introspection, by name and as a whole, with nothing but itself', () => {
    const whole = superset(
      'type Query {\n a: A\n}\ntype A {\n plain: Int\n tea: Tea @tea\n}\ntype Tea @tea {\n leaf: Int\n}',
    );
    const schema = projected(whole);
    const { data } = graphqlSync({ schema, source: getIntrospectionQuery() });
    expect(JSON.stringify(data)).toContain('"A"');
    expect(JSON.stringify(data)).not.toMatch(/tea/i);
    expect(graphqlSync({ schema, source: '{ __type(name: "Tea") { name } }' }).data).toEqual({ __type: null });
  });
});

describe('a stored value of a module that is off', () => {
  const sdl = 'type Query {\n kind: Kind\n}\nenum Kind {\n PLAIN\n TEA @tea\n}';
  const added = {
    id: 'tea',
    enumValues: { Kind: { TEA: { description: { zh: '茶', en: 'Tea' }, elsewhere: 'PLAIN' } } },
  };

  test('is shown as the value that stands for it, and as itself where the module is on', () => {
    const shown = (...modules: string[]) =>
      graphqlSync({
        schema: projected(superset(sdl, [added]), ...modules),
        source: '{ kind }',
        rootValue: { kind: 'TEA' },
      });
    expect(shown().data).toEqual({ kind: 'PLAIN' });
    expect(shown('tea').data).toEqual({ kind: 'TEA' });
  });

  test('cannot be given', () => {
    const type = projected(superset(sdl, [added])).getType('Kind');
    expect(isEnumType(type) && type.getValue('TEA')).toBeUndefined();
    expect(() => isEnumType(type) && type.parseValue('TEA')).toThrow('does not exist');
  });
});
