import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Superset } from './superset.js';

/** A field that takes an input as an argument. */
export interface InputCall {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
}

/** Where an input of the graph is given: fields that take it as an argument, and whether it also stands inside others. */
export function usesOf(
  { schema, ownerOfField }: Pick<Superset, 'schema' | 'ownerOfField'>,
  input: string,
): { readonly calls: InputCall[]; readonly nested: boolean } {
  const calls: InputCall[] = [];
  let nested = false;
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) {
      nested ||= Object.values(type.getFields()).some((field) => getNamedType(field.type).name === input);
    } else if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        // Left behind by a plugin that is not installed here.
        if (ownerOfField(type.name, field.name) === null) continue;
        for (const argument of field.args) {
          if (getNamedType(argument.type).name !== input) continue;
          if (isListType(getNullableType(argument.type))) nested = true;
          else calls.push({ type, field, argument });
        }
      }
    }
  }
  return { calls, nested };
}
