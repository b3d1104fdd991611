import { describe, expect, test } from '@jest/globals';
import {
  type ExecutionResult,
  getIntrospectionQuery,
  GraphQLError,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { Executor } from '../../../src/kernel/graphql/executor.js';
import { formatError } from '../../../src/kernel/graphql/graphql-errors.js';
import { fieldsOf, MAX_FIELDS } from '../../../src/kernel/graphql/operation-size.js';
import { limitErrors } from '../../../src/kernel/graphql/operation-limits.js';

const Change = new GraphQLInputObjectType({
  name: 'Change',
  fields: { name: { type: GraphQLString }, codes: { type: new GraphQLList(GraphQLString) } },
});
const Filter: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Filter',
  fields: () => ({ name: { type: GraphQLString }, any: { type: new GraphQLList(Filter) } }),
});
const ThingConnection = new GraphQLObjectType({
  name: 'ThingConnection',
  fields: { totalCount: { type: GraphQLInt, resolve: () => 1 } },
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      given: {
        type: GraphQLString,
        args: { change: { type: Change }, filter: { type: Filter } },
        resolve: (_source, args) => JSON.stringify(args),
      },
      broken: {
        type: new GraphQLNonNull(GraphQLString),
        resolve: () => {
          throw new Error('broken');
        },
      },
      things: { type: ThingConnection, args: { first: { type: GraphQLInt } }, resolve: () => ({}) },
    },
  }),
});

function operationOf(source: string, operationName: string | null = null) {
  const document = parse(source);
  return { document, operation: getOperationAST(document, operationName) as OperationDefinitionNode, operationName };
}

/** The same operation three times on one executor: interpreted, compiled, from the cache. */
async function thrice(source: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult[]> {
  const executor = new Executor(schema);
  const execution = { ...operationOf(source), variables, context: {}, hash: source };
  return [await executor.run(execution), await executor.run(execution), await executor.run(execution)];
}

describe('an operation answers the same interpreted and compiled', () => {
  test('a variable that was left out inside an input is left out, not null', async () => {
    const source = 'query ($name: String, $codes: [String]) { given(change: { name: $name, codes: $codes }) }';
    const answers = await thrice(source, { codes: ['a'] });
    expect(answers.map(({ data }) => data?.given)).toEqual(Array(3).fill('{"change":{"codes":["a"]}}'));
  });

  test('a variable that was given inside an input arrives, null included', async () => {
    const source = 'query ($name: String) { given(change: { name: $name, codes: [$name] }) }';
    const answers = await thrice(source, { name: null });
    expect(answers.map(({ data }) => data?.given)).toEqual(Array(3).fill('{"change":{"name":null,"codes":[null]}}'));
  });

  test('a variable whose type contains itself does not keep the compiler busy for ever', async () => {
    const filter = { any: [{ name: 'a' }, { any: [{ name: 'b' }] }] };
    const answers = await thrice('query ($filter: Filter) { given(filter: $filter) }', { filter });
    expect(answers.map(({ data }) => JSON.parse(String(data?.given)))).toEqual(Array(3).fill({ filter }));
  });

  test('an error has its path, its place and extensions', async () => {
    for (const { errors } of await thrice('{ broken }')) {
      const { message, path, locations, extensions } = errors![0]!;
      expect([message, path, locations, extensions]).toEqual(['broken', ['broken'], [{ line: 1, column: 3 }], {}]);
      expect(errors![0]).toBeInstanceOf(GraphQLError);
    }
  });

  test('a document of several operations without a name is refused, not failed on', async () => {
    const [answer] = await thrice('query A { given } query B { given }');
    expect([answer?.data, answer?.errors?.length]).toEqual([undefined, 1]);
  });
});

describe('the size of an operation', () => {
  test('fragments that double each other 60 times are counted at once', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, n) => `fragment f${n} on Query { ...f${n + 1} a: given ...f${n + 1} }`,
    );
    const { document, operation } = operationOf(`{ ...f0 } ${fragments.join(' ')} fragment f60 on Query { given }`);
    expect(fieldsOf(document, operation)).toBe(2 ** 61 - 1);
  });

  test('the whole introspection is well within the limit', () => {
    const { document, operation } = operationOf(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
    expect(fieldsOf(document, operation)).toBeLessThan(MAX_FIELDS / 2);
  });
});

describe('page sizes', () => {
  test('only the operation that runs is checked: the others’ variables are not there', () => {
    const source = `query A($a: Int) { ...things } query B($b: Int) { things(first: $b) { totalCount } }
      fragment things on Query { things(first: $a) { totalCount } }`;
    const codes = (name: string, variables: Record<string, unknown>) => {
      const { document, operation } = operationOf(source, name);
      return limitErrors(schema, document, operation, variables, 'en').map(({ extensions }) => extensions.code);
    };
    expect(codes('A', { a: 5 })).toEqual([]);
    expect(codes('B', { b: 5 })).toEqual([]);
    expect(codes('A', { a: 1000 })).toEqual(['PAGE_SIZE_OUT_OF_RANGE']);
    expect(codes('B', { a: 5 })).toEqual(['PAGE_SIZE_REQUIRED']);
  });
});

describe('a variable that does not fit', () => {
  const refusalOf = (value: unknown) => {
    const { operation } = operationOf('query ($n: Int) { things(first: $n) { totalCount } }');
    const [error] = getVariableValues(schema, operation.variableDefinitions!, { n: value }).errors!;
    const extensions = { code: 'BAD_USER_INPUT' };
    return formatError({ message: error!.message, extensions }, error, 'en', 'request', () => undefined).message;
  };

  test('is told without its value', () => {
    expect(refusalOf('11010519491231002X')).toBe(
      'A variable or argument does not fit: Variable "$n" got an invalid value; Int cannot represent non-integer',
    );
  });

  test('is told in linear time, whatever it holds', () => {
    const began = performance.now();
    expect(refusalOf(`${' got invalid value '.repeat(12_000)};x`)).not.toContain('x;x');
    expect(performance.now() - began).toBeLessThan(500);
  });
});
