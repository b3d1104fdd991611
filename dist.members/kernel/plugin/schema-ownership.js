import { getMetadataStorage } from 'type-graphql';
/**
 * The builder keeps one global store and records no owner. Ownership follows from reachability: a type belongs to the
 * first plugin, in dependency order, whose own resolvers lead to it; a field added from outside belongs to the plugin
 * of its resolver class.
 */
export function schemaOwnership(installed) {
    const store = getMetadataStorage();
    const ownerOfResolver = new Map();
    for (const plugin of installed) {
        for (const resolver of plugin.resolvers ?? [])
            ownerOfResolver.set(resolver, plugin.id);
    }
    const problems = [];
    const rootFields = new Map();
    const addedFields = new Map();
    const strayFields = new Set();
    const types = new Map();
    const ownerOfName = new Map();
    const claim = (kind, table, key, owner) => {
        const other = table.get(key);
        if (other === undefined)
            table.set(key, owner);
        else
            problems.push(`${kind} '${key}' is defined by '${other}' and by '${owner}'; rename it in one of them.`);
    };
    for (const [root, handlers] of [
        ['Query', store.queries],
        ['Mutation', store.mutations],
        ['Subscription', store.subscriptions],
    ]) {
        for (const handler of handlers) {
            const owner = ownerOfResolver.get(handler.target);
            if (owner)
                claim('root field', rootFields, `${root}.${handler.schemaName}`, owner);
        }
    }
    const objectNames = new Map([...store.objectTypes, ...store.interfaceTypes, ...store.inputTypes].map((type) => [
        type.target,
        type.name,
    ]));
    const enumNames = new Map(store.enums.map((type) => [type.enumObj, type.name]));
    const addedBy = new Map();
    for (const field of store.fieldResolvers) {
        if (field.kind !== 'external')
            continue;
        const target = store.resolverClasses.find(({ target }) => target === field.target)?.getObjectType();
        if (!target)
            continue;
        const own = addedBy.get(target) ?? new Map();
        if (own.has(field.schemaName) && own.get(field.schemaName) !== field.target) {
            const [first, second] = [own.get(field.schemaName), field.target].map((resolver) => ownerOfResolver.get(resolver));
            if (first && second) {
                const key = `${objectNames.get(target)}.${field.schemaName}`;
                problems.push(`field '${key}' is defined by '${first}' and by '${second}'; rename it in one of them.`);
            }
        }
        if (!own.has(field.schemaName) || ownerOfResolver.has(field.target))
            own.set(field.schemaName, field.target);
        addedBy.set(target, own);
    }
    /** Follows classes reachable for one plugin and claims those that nobody has yet. */
    const reach = (value, owner) => {
        if (Array.isArray(value)) {
            for (const item of value)
                reach(item, owner);
            return;
        }
        const enumName = enumNames.get(value);
        const name = objectNames.get(value) ?? enumName;
        if (name === undefined || types.has(value))
            return;
        types.set(value, { name, owner });
        claim('type', ownerOfName, name, owner);
        if (enumName !== undefined)
            return;
        for (let target = value; typeof target === 'function' && target.name; target = Object.getPrototypeOf(target)) {
            for (const field of store.fields.filter((candidate) => candidate.target === target)) {
                const resolver = addedBy.get(value)?.get(field.schemaName);
                if (resolver && ownerOfResolver.get(resolver) !== owner)
                    continue;
                reach(field.getType(), owner);
                reachParams(field.target, field.name, owner);
            }
        }
        for (const parent of store.objectTypes.find(({ target }) => target === value)?.interfaceClasses ?? []) {
            reach(parent, owner);
        }
    };
    const reachParams = (target, method, owner) => {
        for (const param of store.params.filter((item) => item.target === target && item.methodName === method)) {
            if ((param.kind === 'arg' || param.kind === 'args') && param.getType)
                reach(param.getType(), owner);
        }
    };
    for (const plugin of installed) {
        const own = new Set(plugin.resolvers ?? []);
        for (const handler of [...store.queries, ...store.mutations, ...store.subscriptions]) {
            if (!own.has(handler.target))
                continue;
            reach(handler.getReturnType(), plugin.id);
            reachParams(handler.target, handler.methodName, plugin.id);
        }
        for (const field of store.fieldResolvers) {
            if (!own.has(field.target))
                continue;
            if (field.getType)
                reach(field.getType(), plugin.id);
            reachParams(field.target, field.methodName, plugin.id);
        }
    }
    for (const [target, fields] of addedBy) {
        const type = types.get(target);
        for (const [field, resolver] of fields) {
            const owner = ownerOfResolver.get(resolver);
            if (!type)
                continue;
            if (!owner)
                strayFields.add(`${type.name}.${field}`);
            else if (owner !== type.owner)
                addedFields.set(`${type.name}.${field}`, owner);
        }
    }
    return { types, addedFields, rootFields, strayFields, problems };
}
/** Clashes of types, fields and root fields between the installed plugins. */
export function schemaClashProblems(installed) {
    return schemaOwnership(installed).problems;
}
//# sourceMappingURL=schema-ownership.js.map