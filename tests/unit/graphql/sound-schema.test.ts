import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  GraphQLEnumType,
  type GraphQLFieldConfigArgumentMap,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import { assertSound } from '../../../src/kernel/graphql/sound-schema.js';

const wrong = { type: GraphQLInt, defaultValue: 'seven' };

describe('a schema', () => {
  test('is sound with defaults of their types', () => {
    assertSound(
      buildSchema('input Days { first: Int = 7 } type Query { days(in: Days = { first: 1 }, last: Int): Int }'),
    );
  });

  test('is refused when it breaks a rule of GraphQL', () => {
    const empty = new GraphQLEnumType({ name: 'Empty', values: {} });
    const query = new GraphQLObjectType({ name: 'Query', fields: { empty: { type: empty } } });
    expect(() => assertSound(new GraphQLSchema({ query }))).toThrow('Enum type Empty must define one or more values.');
  });

  test('is refused with a default of another type, in an argument and in an input', () => {
    const query = (args: GraphQLFieldConfigArgumentMap) =>
      new GraphQLObjectType({ name: 'Query', fields: { days: { type: GraphQLInt, args } } });
    expect(() => assertSound(new GraphQLSchema({ query: query({ last: wrong }) }))).toThrow(
      'The default value of days.last is no Int',
    );
    const days = new GraphQLInputObjectType({ name: 'Days', fields: { first: wrong } });
    expect(() => assertSound(new GraphQLSchema({ query: query({ in: { type: days } }) }))).toThrow(
      'The default value of Days.first is no Int',
    );
  });
});
