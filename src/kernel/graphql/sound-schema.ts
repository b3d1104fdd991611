import {
  assertValidSchema,
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Throws when the schema breaks the rules of GraphQL, or shows a default value that is none of its type. */
export function assertSound(schema: GraphQLSchema): void {
  assertValidSchema(schema);
  const types = Object.values(schema.getTypeMap());
  for (const { name, args } of [...schema.getDirectives(), ...types.flatMap(fieldsOf)]) {
    for (const argument of args) assertPrintable(argument, name);
  }
  for (const type of types.filter(isInputObjectType)) {
    for (const field of Object.values(type.getFields())) assertPrintable(field, type.name);
  }
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function assertPrintable({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField, of: string): void {
  try {
    astFromValue(defaultValue, type);
  } catch (error) {
    throw new Error(`The default value of ${of}.${name} is no ${type}: ${(error as Error).message}`, { cause: error });
  }
}
