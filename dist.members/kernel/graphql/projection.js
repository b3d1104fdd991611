import { GraphQLInterfaceType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLUnionType, isListType, isNonNullType, } from 'graphql';
/**
 * Derives the schema of one set of modules: fields and types of other modules, and what only they reach, do not exist
 * in it. Object, interface and union types are made anew; scalars, enums, inputs and resolvers are shared.
 */
export function projectSchema({ schema, ownerOfType, ownerOfField }, modules) {
    const made = new Map();
    const on = (owner) => owner != null && modules.has(owner);
    const type = (original) => {
        const known = made.get(original.name);
        if (known)
            return known;
        const fresh = remake(original);
        made.set(original.name, fresh);
        return fresh;
    };
    const output = (original) => {
        if (isNonNullType(original))
            return new GraphQLNonNull(output(original.ofType));
        if (isListType(original))
            return new GraphQLList(output(original.ofType));
        return type(original);
    };
    const fields = (owner) => Object.fromEntries(Object.entries(owner.toConfig().fields)
        .filter(([name]) => on(ownerOfField(owner.name, name)))
        .map(([name, field]) => [name, { ...field, type: output(field.type) }]));
    const remake = (original) => {
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
    const root = (original) => original && Object.keys(fields(original)).length > 0 ? type(original) : null;
    // Reached through an interface only, so nothing else would bring them in.
    const implementations = schema
        .getPossibleTypes(schema.getType('Node'))
        .filter((implementation) => on(ownerOfType(implementation.name)));
    return new GraphQLSchema({
        query: root(schema.getQueryType()),
        mutation: root(schema.getMutationType()),
        subscription: root(schema.getSubscriptionType()),
        directives: schema.getDirectives(),
        types: implementations.map(type),
    });
}
//# sourceMappingURL=projection.js.map