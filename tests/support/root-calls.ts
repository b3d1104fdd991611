import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';
import type { GuardExtensions } from '../../src/kernel/graphql/permission.js';
import { guessType, SAMPLES } from './id-places.js';
import { isConnection, plainSelection, variablesOf } from './schema-walk.js';

/** A field at the root of the graph, and who may use it. */
export interface RootField {
  readonly root: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  /** `noun:verb`, `signed-in` or `public`. */
  readonly permission: string;
}

export function rootFieldsOf(schema: GraphQLSchema): RootField[] {
  const of = (root: 'query' | 'mutation', type: unknown): RootField[] =>
    isObjectType(type)
      ? Object.values(type.getFields()).map((field) => ({
          root,
          field,
          permission: (field.extensions as GuardExtensions).permission ?? 'public',
        }))
      : [];
  return [...of('query', schema.getQueryType()), ...of('mutation', schema.getMutationType())];
}

/** Global id to stand at a place, by the type that the place speaks of. */
export type IdOf = (type: string) => string;

export interface Call {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
}

/** An acceptable call of the field: everything required, filled with samples and with the ids of `idOf`. */
export function callOf(schema: GraphQLSchema, { root, field }: RootField, types: readonly string[], idOf: IdOf): Call {
  const variables: Record<string, unknown> = {};
  for (const argument of field.args) {
    if (argument.name === 'first') variables.first = 5;
    else if (isNonNullType(argument.type) && argument.defaultValue === undefined) {
      variables[argument.name] = sampleFor(argument.name, argument.type, field, types, idOf);
    }
  }
  return { operation: operationOf(schema, { root, field }, variables), variables };
}

/** The text of a call with these variables. */
export function operationOf(
  schema: GraphQLSchema,
  { root, field }: Pick<RootField, 'root' | 'field'>,
  variables: Readonly<Record<string, unknown>>,
): string {
  const { head, call } = variablesOf(field, variables);
  const named = getNamedType(field.type);
  const selection =
    root === 'mutation'
      ? '{ userErrors { code } }'
      : isConnection(field)
        ? '{ nodes { __typename } totalCount }'
        : plainSelection(schema, named.name, 0);
  return `${root} ${head} { ${field.name}${call} ${selection} }`;
}

function sampleFor(
  name: string,
  type: GraphQLInputType,
  field: GraphQLField<unknown, unknown>,
  types: readonly string[],
  idOf: IdOf,
): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [sampleFor(name, inner.ofType, field, types, idOf)];
  const named = getNamedType(type);
  const samples = SAMPLES as Readonly<Record<string, unknown>>;
  if (named.name === 'ID' && name in samples) return samples[name];
  if (named.name === 'ID') return idOf(guessType({ argument: name, path: [], list: false }, field, types));
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (!isInputObjectType(named)) return samples[name] ?? samples[named.name] ?? 'x';
  const fields = Object.values(named.getFields());
  const filled = named.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(filled.map((one) => [one.name, sampleFor(one.name, one.type, field, types, idOf)]));
}
