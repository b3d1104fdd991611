import { describe, expect, test } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, parse, validate } from 'graphql';
import type { RequestFacts } from '../../../src/kernel/context.js';
import { namedParts } from '../../../src/kernel/usage/named-parts.js';
import { Namings } from '../../../src/kernel/usage/namings.js';
import { MAX_OPERATIONS } from '../../../src/kernel/usage/operation-use.repository.js';
import { MAX_COUNTS_OF_DISTRICT, UseCounts } from '../../../src/kernel/usage/use-counts.js';

const schema = buildSchema(`
  type Query { member(id: ID!): Member members(filter: MemberFilter, order: Order): [Member!]! circles: [Circle!]! }
  type Member { name: String! phone: String @deprecated(reason: "old") circles: [Circle!]! }
  type Circle { title: String! state: CircleState! }
  input MemberFilter { name: String and: [MemberFilter!] circle: ID nick: String @deprecated(reason: "old") }
  enum Order { NAME CIRCLE }
  enum CircleState { OPEN }
`);
/** `circle` can be switched and has added a field, an input field and an enum value to what belongs to `core`. */
const OWNED_BY_CIRCLE = /^(Circle|CircleState|Query\.circles|Member\.circles|MemberFilter\.circle|Order\.CIRCLE)$/;
const ownerOf = (coordinate: string): string => (OWNED_BY_CIRCLE.test(coordinate) ? 'circle' : 'core');
const superset = {
  ownerOfType: ownerOf,
  ownerOfField: (type: string, field: string) =>
    ownerOf(`${type}.${field}`) === 'core' ? ownerOf(type) : ownerOf(`${type}.${field}`),
};
const registry = { get: (id: string) => ({ core: id === 'core' }) };

type Asked = readonly [source: string, variables?: Record<string, unknown>, client?: string];

/** What is counted after these operations. */
function counted(...asked: readonly Asked[]) {
  const counts = new UseCounts(new Namings(registry as never, superset));
  for (const [source, variables = {}, client] of asked) {
    const document = parse(source);
    expect(validate(schema, document)).toEqual([]);
    const operation = document.definitions[0] as OperationDefinitionNode;
    counts.note(factsOf(client), { schema, document, operation, variables, hash: 'abcdef0123456789ffff' });
  }
  return counts.take().flatMap(([, uses]) => uses);
}

function factsOf(client?: string): RequestFacts {
  const principal = { ...(client && { client: { id: client } }) };
  return { district: { id: 1 }, principal, startedAt: new Date('2026-11-21T04:00:00Z') } as unknown as RequestFacts;
}

describe('what an operation names', () => {
  test('is found through fragments, inline ones and nested ones, each part once', () => {
    const document = parse(`query A { members { ...M ... on Member { name } } }
      fragment M on Member { name circles { ...C } } fragment C on Circle { title }
      query B { circles { state } }`);
    const parts = namedParts(schema, document, document.definitions[0] as OperationDefinitionNode);
    expect(parts.map(({ coordinate }) => coordinate).sort()).toEqual([
      'Circle',
      'Circle.title',
      'Member',
      'Member.circles',
      'Member.name',
      'Query.members',
    ]);
  });

  test('counts for the modules that can be switched, not for the core', () => {
    expect(counted(['query A { members { name } }'])).toEqual([]);
    expect(counted(['query A { members { name circles { title } } }'])).toEqual([
      expect.objectContaining({
        module: 'circle',
        operation: 'A',
        uses: 1,
        fields: ['Circle.title', 'Member.circles'],
      }),
    ]);
  });

  test('counts for the core where it is deprecated', () => {
    expect(counted(['query A { members { phone } }'])).toEqual([
      expect.objectContaining({ module: 'core', fields: ['Member.phone'] }),
    ]);
  });

  test.each([
    ['written out', 'query A { members(filter: { and: [{ circle: "1" }] }, order: CIRCLE) { name } }', {}],
    [
      'in values of variables',
      'query A($filter: MemberFilter, $order: Order) { members(filter: $filter, order: $order) { name } }',
      { filter: { and: [{ circle: '1' }] }, order: 'CIRCLE' },
    ],
  ])('counts input fields and enum values that a module has added, %s', (_how, source, variables) => {
    expect(counted([source, variables])).toEqual([
      expect.objectContaining({ module: 'circle', fields: ['MemberFilter.circle', 'Order.CIRCLE'] }),
    ]);
  });

  test('is found in values of variables however deep a caller nests them', () => {
    const source = 'query A($filter: MemberFilter) { members(filter: $filter) { name } }';
    const nested = (begin: string, inside: string, end: string) =>
      JSON.parse(begin.repeat(30_000) + inside + end.repeat(30_000));
    for (const filter of [nested('[', '{"circle":"1"}', ']'), nested('{"and":[', '{"circle":"1"}', ']}')]) {
      expect(counted([source, { filter }])).toEqual([expect.objectContaining({ fields: ['MemberFilter.circle'] })]);
    }
  });

  test('counts nothing for variables whose values name nothing of the kind, whatever they hold', () => {
    const source = 'query A($filter: MemberFilter) { members(filter: $filter) { name } }';
    const values = [undefined, null, 7, 'x', [], { name: 'x', unknown: { circle: 1 } }];
    expect(counted(...values.map((filter) => [source, { filter }] as [string, Record<string, unknown>]))).toEqual([]);
  });
});

describe('counts', () => {
  test('are kept per client and operation, and added up', () => {
    const source = 'query A { circles { title } }';
    const rows = counted([source, {}, 'one'], [source, {}, 'one'], [source, {}, 'two'], [source]);
    expect(rows.map(({ clientId, uses }) => [clientId, uses])).toEqual([
      ['one', 2],
      ['two', 1],
      [null, 1],
    ]);
  });

  test('name all fields of an operation whose text changes meanwhile, each once', () => {
    const [first, second] = ['query A { circles { title } }', 'query A { circles { state title } }'];
    expect(counted([first], [second], [first], [second])).toEqual([
      expect.objectContaining({ uses: 4, fields: ['Circle.state', 'Circle.title', 'Query.circles'] }),
    ]);
  });

  test('go by the beginning of the hash where an operation has no name, and by 64 letters of a long one', () => {
    const rows = counted(['{ circles { title } }'], [`query ${'L'.repeat(90)} { circles { title } }`]);
    expect(rows.map(({ operation }) => operation)).toEqual(['#abcdef0123456789', 'L'.repeat(64)]);
  });

  test('hold no long number: clients write phones and ID numbers into the names of their operations', () => {
    const named = (name: string): [string] => [`query ${name} { circles { title } }`];
    const rows = counted(named('Member_13812345678'), named('Member_310113199001011234'), named('Page2026'));
    expect(rows.map(({ operation, uses }) => [operation, uses])).toEqual([
      ['Member_#', 2],
      ['Page2026', 1],
    ]);
  });

  test('of one district leave room for those of others', () => {
    const counts = new UseCounts(new Namings(registry as never, superset));
    const now = new Date();
    const use = { module: 'circle', fields: [], uses: 1, firstUsedAt: now, lastUsedAt: now };
    for (let number = 0; number < 3 * MAX_COUNTS_OF_DISTRICT; number += 1) {
      counts.add(1, { ...use, clientId: String(number % 100), operation: `Q${number}` });
    }
    counts.add(2, { ...use, clientId: null, operation: 'A' });
    expect(counts.take().map(([district, uses]) => [district, uses.length])).toEqual([
      [1, MAX_COUNTS_OF_DISTRICT],
      [2, 1],
    ]);
  });

  test('take no more memory than that of so many operations of a client', () => {
    const many = Array.from({ length: MAX_OPERATIONS + 50 }, (_none, index): [string] => [
      `query Q${index} { circles { title } }`,
    ]);
    expect(counted(...many)).toHaveLength(MAX_OPERATIONS);
  });
});
