import { type GraphQLSchema, isInputObjectType } from 'graphql';
import { Extensions } from 'type-graphql';

interface OneOfExtensions {
  readonly oneOf?: true;
}

/** Declares an input of which exactly one field is given, and not as null: `@oneOf` in the schema. */
export function OneOf(): ClassDecorator {
  return Extensions({ oneOf: true } satisfies OneOfExtensions) as ClassDecorator;
}

/** Marks the inputs so declared on the built schema: the schema builder has no way of its own to say it. */
export function finishOneOfs(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && (type.extensions as OneOfExtensions).oneOf) type.isOneOf = true;
  }
}
