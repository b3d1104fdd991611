import { isObjectType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { schemaOwnership } from '../plugin/schema-ownership.js';
import { toGlobalId } from './global-id.js';
import { guardFields } from './guards.js';
export function buildSuperset(registry) {
    const resolvers = registry.plugins.flatMap((plugin) => [...(plugin.resolvers ?? [])]);
    const schema = buildSchemaSync({ resolvers: resolvers, validate: false });
    const { types, addedFields, rootFields, strayFields } = schemaOwnership(registry.plugins);
    const ownerOfName = new Map([...types.values()].map(({ name, owner }) => [name, owner]));
    const superset = {
        schema,
        ownerOfType: (name) => ownerOfName.get(name),
        ownerOfField: (type, field) => {
            const key = `${type}.${field}`;
            if (strayFields.has(key))
                return null;
            return rootFields.get(key) ?? addedFields.get(key) ?? ownerOfName.get(type) ?? null;
        },
    };
    finishNodes(schema);
    finishConnections(schema);
    guardFields(schema);
    return superset;
}
/** Nodes: rows carry the bare uuid, the graph shows the global id; rows name their own type. */
function finishNodes(schema) {
    const node = schema.getType('Node');
    // The builder's own function is asynchronous, which the compiled executor would have to wait for on every row.
    node.resolveType = (row) => row.__typename;
    for (const type of schema.getPossibleTypes(node)) {
        const id = type.getFields().id;
        if (id)
            id.resolve = (row) => toGlobalId(type.name, row.id);
    }
}
/** Lists: the total is counted only when asked for. */
function finishConnections(schema) {
    for (const type of Object.values(schema.getTypeMap())) {
        if (!isObjectType(type) || !type.name.endsWith('Connection'))
            continue;
        const total = type.getFields().totalCount;
        if (total)
            total.resolve = (page) => page.totalCount();
    }
}
//# sourceMappingURL=superset.js.map