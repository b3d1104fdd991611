import {
  type GraphQLFieldConfigMap,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLUnionType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Superset } from './superset.js';

/**
 * Derives the schema of one set of modules: fields and types of other modules, and what only they reach, do not exist
 * in it. Object, interface and union types are made anew; scalars, enums, inputs and resolvers are shared.
 */
export function projectSchema(
  { schema, ownerOfType, ownerOfField }: Superset,
  modules: ReadonlySet<string>,
): GraphQLSchema {
  const made = new Map<string, GraphQLNamedType>();
  const on = (owner: string | null | undefined): boolean => owner != null && modules.has(owner);

  const type = <T extends GraphQLNamedType>(original: T): T => {
    const known = made.get(original.name);
    if (known) return known as T;
    const fresh = remake(original);
    made.set(original.name, fresh);
    return fresh as T;
  };

  const output = (original: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(original)) return new GraphQLNonNull(output(original.ofType) as never);
    if (isListType(original)) return new GraphQLList(output(original.ofType));
    return type(original as GraphQLNamedType) as GraphQLOutputType;
  };

  const fields = (owner: GraphQLObjectType | GraphQLInterfaceType): GraphQLFieldConfigMap<unknown, unknown> =>
    Object.fromEntries(
      Object.entries(owner.toConfig().fields)
        .filter(([name]) => on(ownerOfField(owner.name, name)))
        .map(([name, field]) => [name, { ...field, type: output(field.type) }]),
    );

  const remake = (original: GraphQLNamedType): GraphQLNamedType => {
    if (original instanceof GraphQLObjectType) {
      const config = original.toConfig();
      return new GraphQLObjectType({
        ...config,
        fields: () => fields(original),
        interfaces: () => config.interfaces.map(type),
      });
    }
    if (original instanceof GraphQLInterfaceType) {
      const config = original.toConfig();
      return new GraphQLInterfaceType({
        ...config,
        fields: () => fields(original),
        interfaces: () => config.interfaces.map(type),
      });
    }
    if (original instanceof GraphQLUnionType) {
      const config = original.toConfig();
      return new GraphQLUnionType({
        ...config,
        types: () => config.types.filter((member) => on(ownerOfType(member.name))).map(type),
      });
    }
    return original;
  };

  const root = (original: GraphQLObjectType | null | undefined): GraphQLObjectType | null =>
    original && Object.keys(fields(original)).length > 0 ? type(original) : null;

  // Reached through an interface only, so nothing else would bring them in.
  const implementations = Object.values(schema.getTypeMap())
    .filter((candidate) => isObjectType(candidate) && candidate.getInterfaces().length > 0)
    .filter((implementation) => on(ownerOfType(implementation.name)));

  return new GraphQLSchema({
    query: root(schema.getQueryType()),
    mutation: root(schema.getMutationType()),
    subscription: root(schema.getSubscriptionType()),
    directives: schema.getDirectives(),
    types: implementations.map(type),
  });
}
