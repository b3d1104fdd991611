import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { limitErrors, MAX_NODES } from '../../../src/kernel/graphql/operation-limits.js';

const schema = buildSchema(`
  type Query { things(first: Int, last: Int): ThingConnection! thing: Thing allThings(ids: [ID!]!): [Thing]! }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! }
  type ThingEdge { node: Thing! }
  type Thing { name: String things(first: Int = 100, last: Int): ThingConnection! parent: Thing }
`);

function refusals(source: string, variables: Record<string, unknown> = {}): unknown[] {
  const document = parse(source);
  const operation = getOperationAST(document)!;
  return limitErrors(schema, document, operation, variables, 'en').map(({ extensions }) => [
    extensions.code,
    extensions.details,
  ]);
}

describe('entries that all lists of an operation may give together', () => {
  test('nested pages multiply, and up to the limit they are let through', () => {
    expect(refusals('{ things(first: 99) { nodes { things { nodes { name } } } } }')).toEqual([]);
    expect(refusals('{ things(first: 100) { nodes { things { nodes { name } } } } }')).toEqual([
      ['OPERATION_TOO_MANY_NODES', { nodes: 10_100, limit: MAX_NODES }],
    ]);
  });

  test('aliases, fragments, edges, variables and defaults count like anything else', () => {
    const fragment = 'fragment f on Thing { things { edges { node { name } } } }';
    const many = ['OPERATION_TOO_MANY_NODES', { nodes: 10_100, limit: MAX_NODES }];
    expect(
      refusals(`query ($n: Int) { things(last: $n) { edges { node { ...f } } } } ${fragment}`, { n: 100 }),
    ).toEqual([many]);
    expect(
      refusals(`query ($n: Int = 100) { things(first: $n) { nodes { ... on Thing { ...f } } } } ${fragment}`),
    ).toEqual([many]);
    expect(
      refusals(`{ a: things(first: 50) { nodes { ...f } } b: things(first: 50) { nodes { ...f } } } ${fragment}`),
    ).toEqual([many]);
  });

  test('objects asked for by a list of ids multiply what is below them, written out or by a variable', () => {
    const below = '{ things(first: 20) { nodes { things(first: 10) { nodes { name } } } } }';
    const ids = Array.from({ length: 100 }, (_, n) => String(n));
    const many = ['OPERATION_TOO_MANY_NODES', { nodes: 22_000, limit: MAX_NODES }];
    expect(refusals(`{ allThings(ids: ${JSON.stringify(ids)}) ${below} }`)).toEqual([many]);
    expect(refusals(`query ($ids: [ID!]!) { allThings(ids: $ids) ${below} }`, { ids })).toEqual([many]);
    expect(refusals(`{ allThings(ids: "one") ${below} }`)).toEqual([]);
  });

  test('fragments that double each other 40 times are counted at once', () => {
    const chain = Array.from(
      { length: 40 },
      (_, n) => `fragment f${n} on Thing { ...f${n + 1} parent { ...f${n + 1} } }`,
    );
    const began = performance.now();
    const found = refusals(
      `{ thing { ...f0 } } ${chain.join(' ')} fragment f40 on Thing { things(first: 1) { nodes { name } } }`,
    );
    expect(found).toEqual([['OPERATION_TOO_MANY_NODES', { nodes: 2 ** 40, limit: MAX_NODES }]]);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('how deep an operation nests', () => {
  const nested = (levels: number) => `${'{ parent '.repeat(levels)}{ name }${' }'.repeat(levels)}`;

  test('ten levels of objects are let through, eleven are not', () => {
    expect(refusals(`{ thing ${nested(9)} }`)).toEqual([]);
    expect(refusals(`{ thing ${nested(10)} }`)).toEqual([['OPERATION_TOO_DEEP', { depth: 11, limit: 10 }]]);
  });

  test('what a list has around its entries is no level', () => {
    const lists = (levels: number) =>
      `${'{ edges { node { things(first: 1) '.repeat(levels)}{ nodes { name } }${' } } }'.repeat(levels)}`;
    expect(refusals(`{ things(first: 1) ${lists(9)} }`)).toEqual([]);
    expect(refusals(`{ things(first: 1) ${lists(10)} }`)).toEqual([['OPERATION_TOO_DEEP', { depth: 11, limit: 10 }]]);
  });
});
