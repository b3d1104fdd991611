import { type GraphQLSchema, isEnumType, isInputObjectType, parse, validate } from 'graphql';
import type { GraphName } from './module-names.js';

/** An operation with a slip of the pen in one name: what a validator answers with what it thinks was meant. */
function slipOf(schema: GraphQLSchema, { type, member }: GraphName): string {
  if (member === undefined) return `{ __typename ... on ${type}x { __typename } }`;
  const known = schema.getType(type);
  if (isEnumType(known)) return `query ($value: ${type} = ${member}x) { __typename }`;
  if (isInputObjectType(known)) return `query ($value: ${type} = { ${member}x: 1 }) { __typename }`;
  if (type === 'Mutation') return `mutation { ${member}x }`;
  return type === 'Query' ? `{ ${member}x }` : `{ __typename ... on ${type} { ${member}x } }`;
}

/** Operations that name parts of the graph almost, written for the graph in which they exist. */
export function slipsOf(whole: GraphQLSchema, names: readonly GraphName[]): string[] {
  return names.map((name) => slipOf(whole, name));
}

/** Everything that validation says to these operations. */
export function said(schema: GraphQLSchema, operations: readonly string[]): string {
  return operations
    .flatMap((operation) => validate(schema, parse(operation)))
    .map(({ message }) => message)
    .join('\n');
}
