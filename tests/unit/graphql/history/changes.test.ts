import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, findBreakingChanges } from 'graphql';
import { deprecated } from '../../../../src/kernel/graphql/deprecation.js';
import { graphChanges } from '../../../../src/kernel/graphql/history/changes.js';
import { graphElements } from '../../../../src/kernel/graphql/history/graph-elements.js';
import { coordinateOf, damaged } from '../../../support/damaged-graph.js';

/** Changes between two graphs, each as `SEVERITY KIND coordinate from > to`. */
function changes(before: string, after: string): string[] {
  return graphChanges(graphElements(before), graphElements(after)).map(({ severity, kind, coordinate, from, to }) =>
    [severity, kind, coordinate, ...((from ?? to) ? [`${from ?? ''}>${to ?? ''}`] : [])].join(' '),
  );
}

const inType = (fields: string) => `type Query { thing: Thing } type Thing { ${fields} }`;
const inInput = (fields: string) => `input ThingInput { ${fields} }`;

describe('a change of the graph', () => {
  test('of a field that answers less than it promised is breaking, one that answers more strictly is safe', () => {
    expect(changes(inType('a: Int'), inType('a: Int!'))).toEqual(['SAFE TYPE_CHANGED Thing.a Int>Int!']);
    expect(changes(inType('a: [Int]'), inType('a: [Int!]!'))).toEqual(['SAFE TYPE_CHANGED Thing.a [Int]>[Int!]!']);
    expect(changes(inType('a: Int!'), inType('a: Int'))).toEqual(['BREAKING TYPE_CHANGED Thing.a Int!>Int']);
    expect(changes(inType('a: Int'), inType('a: String'))).toEqual(['BREAKING TYPE_CHANGED Thing.a Int>String']);
    expect(changes(inType('a: Int'), inType('a: [Int]'))).toEqual(['BREAKING TYPE_CHANGED Thing.a Int>[Int]']);
  });

  test('of an input field or argument that takes less is breaking, one that takes more is safe', () => {
    expect(changes(inInput('a: Int!'), inInput('a: Int'))).toEqual(['SAFE TYPE_CHANGED ThingInput.a Int!>Int']);
    expect(changes(inInput('a: Int'), inInput('a: Int!'))).toEqual(['BREAKING TYPE_CHANGED ThingInput.a Int>Int!']);
    expect(changes(inType('a(x: [Int!]): Int'), inType('a(x: [Int]): Int'))).toEqual([
      'SAFE TYPE_CHANGED Thing.a(x:) [Int!]>[Int]',
    ]);
  });

  test('of a default is dangerous, and breaking where everybody must now give a value', () => {
    expect(changes(inInput('a: Int = 1'), inInput('a: Int = 2'))).toEqual([
      'DANGEROUS DEFAULT_CHANGED ThingInput.a 1>2',
    ]);
    expect(changes(inInput('a: Int! = 1'), inInput('a: Int!'))).toEqual(['BREAKING DEFAULT_CHANGED ThingInput.a 1>']);
  });

  test('that asks for something new is breaking, one that offers it is not', () => {
    expect(changes(inInput('a: Int'), inInput('a: Int b: Int!'))).toEqual([
      'BREAKING INPUT_FIELD_ADDED ThingInput.b >Int!',
    ]);
    expect(changes(inInput('a: Int'), inInput('a: Int b: Int! = 1'))).toEqual([
      'SAFE INPUT_FIELD_ADDED ThingInput.b >Int!',
    ]);
    expect(changes(inType('a: Int'), inType('a(x: Int!): Int'))).toEqual(['BREAKING ARGUMENT_ADDED Thing.a(x:) >Int!']);
    expect(changes(inType('a: Int'), inType('a(x: Int): Int b: Int'))).toEqual([
      'SAFE ARGUMENT_ADDED Thing.a(x:) >Int',
      'SAFE FIELD_ADDED Thing.b >Int',
    ]);
  });

  test('of what a program may meet is dangerous: new values, members and interfaces', () => {
    const before = 'enum E { A } union U = T type T { a: Int } type S { a: Int } interface I { a: Int }';
    const after =
      'enum E { A B } union U = T | S type T implements I { a: Int } type S { a: Int } interface I { a: Int }';
    expect(changes(before, after)).toEqual([
      'DANGEROUS ENUM_VALUE_ADDED E.B',
      'DANGEROUS INTERFACE_ADDED T >I',
      'DANGEROUS UNION_MEMBER_ADDED U >S',
    ]);
    expect(changes(after, before)).toEqual([
      'BREAKING ENUM_VALUE_REMOVED E.B',
      'BREAKING INTERFACE_REMOVED T I>',
      'BREAKING UNION_MEMBER_REMOVED U S>',
    ]);
  });

  test('of a whole type is named once, and fields of the roots one by one', () => {
    expect(changes(`${inType('a: Int')} type Other { b(x: Int): Int }`, inType('a: Int'))).toEqual([
      'BREAKING TYPE_REMOVED Other',
    ]);
    expect(changes('type Query { a: Int b: Int }', '')).toEqual([
      'BREAKING FIELD_REMOVED Query.a Int>',
      'BREAKING FIELD_REMOVED Query.b Int>',
    ]);
    expect(changes('type Thing { a: Int }', 'input Thing { b: Int }')).toEqual([
      'BREAKING SHAPE_CHANGED Thing object>input',
    ]);
  });

  test('of what an input or scalar takes is seen though no field of it changes', () => {
    expect(changes(inInput('a: Int'), 'input ThingInput @oneOf { a: Int }')).toEqual([
      'BREAKING ONE_OF_CHANGED ThingInput false>true',
    ]);
    expect(
      changes('scalar S @specifiedBy(url: "https://a.example")', 'scalar S @specifiedBy(url: "https://b.example")'),
    ).toEqual(['DANGEROUS FORMAT_CHANGED S https://a.example>https://b.example']);
    expect(changes('directive @d(x: Int) on FIELD | QUERY', 'directive @d on FIELD')).toEqual([
      'BREAKING LOCATION_REMOVED @d QUERY>',
      'BREAKING ARGUMENT_REMOVED @d(x:) Int>',
    ]);
  });

  test('of a promise is breaking when it is shortened', () => {
    const until = (removeAfter: string) =>
      inType(
        `a: Int @deprecated(reason: "${deprecated({ since: '2026-11-21', replacement: 'Thing.b', removeAfter })}")`,
      );
    expect(changes(inType('a: Int'), until('2027-06-30'))).toEqual(['SAFE DEPRECATED Thing.a']);
    expect(changes(until('2027-06-30'), until('2027-12-31'))).toEqual([
      'SAFE DEPRECATION_CHANGED Thing.a 2027-06-30>2027-12-31',
    ]);
    expect(changes(until('2027-06-30'), until('2027-06-29'))).toEqual([
      'BREAKING DEPRECATION_CHANGED Thing.a 2027-06-30>2027-06-29',
    ]);
    expect(changes(until('2027-06-30'), inType('a: Int @deprecated(reason: "soon")'))).toEqual([
      'BREAKING DEPRECATION_CHANGED Thing.a 2027-06-30>',
    ]);
    expect(changes(until('2027-06-30'), inType('a: Int'))).toEqual(['SAFE DEPRECATION_LIFTED Thing.a']);
  });

  test('of descriptions or of the order of things is none', () => {
    expect(changes('"说明 / One" type T { a: Int b: Int }', 'type T { b: Int "别的 / Other" a: Int }')).toEqual([]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])(
    'in round %i of damage to the real graph is breaking exactly where graphql-js says so',
    (round) => {
      const before = readFileSync('schema.graphql', 'utf8');
      const after = damaged(before, round);
      const theirs = findBreakingChanges(buildSchema(before), buildSchema(after, { assumeValidSDL: true }));
      const ours = graphChanges(graphElements(before), graphElements(after)).filter(
        ({ severity }) => severity === 'BREAKING',
      );
      const names = new Set(theirs.map(({ description }) => coordinateOf(description)));
      expect([...new Set(ours.map(({ coordinate }) => coordinate))].sort()).toEqual([...names].sort());
      expect(names.size).toBeGreaterThan(40);
    },
  );
});
