import { getMetadataStorage } from 'type-graphql';
import type { InstalledPlugin } from './registry.js';

/** Who brought each type and field of the superset schema. */
export interface SchemaOwnership {
  /** Class or enum object behind a type -> its GraphQL name and the plugin that reaches it first. */
  readonly types: ReadonlyMap<unknown, { readonly name: string; readonly owner: string }>;
  /** `Type.field` of fields that somebody else added to a type -> that plugin. */
  readonly addedFields: ReadonlyMap<string, string>;
  /** `Query.field`, `Mutation.field`, `Subscription.field` -> plugin. */
  readonly rootFields: ReadonlyMap<string, string>;
  /** `Type.field` that the builder has seen from plugins that are not installed here. */
  readonly strayFields: ReadonlySet<string>;
}

/**
 * The builder keeps one global store and records no owner. Ownership follows from reachability: a type belongs to the
 * first plugin, in dependency order, whose own resolvers lead to it; a field added from outside belongs to the plugin
 * of its resolver class.
 */
export function schemaOwnership(installed: readonly InstalledPlugin[]): SchemaOwnership & { problems: string[] } {
  const store = getMetadataStorage();
  const ownerOfResolver = new Map<Function, string>();
  for (const plugin of installed) {
    for (const resolver of plugin.resolvers ?? []) ownerOfResolver.set(resolver, plugin.id);
  }
  const problems: string[] = [];
  const rootFields = new Map<string, string>();
  const addedFields = new Map<string, string>();
  const strayFields = new Set<string>();
  const types = new Map<unknown, { name: string; owner: string }>();
  const ownerOfName = new Map<string, string>();

  const claim = (kind: string, table: Map<string, string>, key: string, owner: string): void => {
    const other = table.get(key);
    if (other === undefined) table.set(key, owner);
    else problems.push(`${kind} '${key}' is defined by '${other}' and by '${owner}'; rename it in one of them.`);
  };

  for (const [root, handlers] of [
    ['Query', store.queries],
    ['Mutation', store.mutations],
    ['Subscription', store.subscriptions],
  ] as const) {
    for (const handler of handlers) {
      const owner = ownerOfResolver.get(handler.target);
      if (owner) claim('root field', rootFields, `${root}.${handler.schemaName}`, owner);
    }
  }

  const objectNames = new Map(
    [...store.objectTypes, ...store.interfaceTypes, ...store.inputTypes].map((type) => [
      type.target as unknown,
      type.name,
    ]),
  );
  const enumNames = new Map(store.enums.map((type) => [type.enumObj as unknown, type.name]));
  const addedBy = new Map<Function, Map<string, Function>>();
  for (const field of store.fieldResolvers) {
    if (field.kind !== 'external') continue;
    const target = store.resolverClasses.find(({ target }) => target === field.target)?.getObjectType();
    if (!target) continue;
    const own = addedBy.get(target as Function) ?? new Map<string, Function>();
    if (own.has(field.schemaName) && own.get(field.schemaName) !== field.target) {
      const [first, second] = [own.get(field.schemaName)!, field.target].map((resolver) =>
        ownerOfResolver.get(resolver),
      );
      if (first && second) {
        const key = `${objectNames.get(target)}.${field.schemaName}`;
        problems.push(`field '${key}' is defined by '${first}' and by '${second}'; rename it in one of them.`);
      }
    }
    if (!own.has(field.schemaName) || ownerOfResolver.has(field.target)) own.set(field.schemaName, field.target);
    addedBy.set(target as Function, own);
  }

  /** Follows classes reachable for one plugin and claims those that nobody has yet. */
  const reach = (value: unknown, owner: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) reach(item, owner);
      return;
    }
    const enumName = enumNames.get(value);
    const name = objectNames.get(value) ?? enumName;
    if (name === undefined || types.has(value)) return;
    types.set(value, { name, owner });
    claim('type', ownerOfName, name, owner);
    if (enumName !== undefined) return;
    for (
      let target: unknown = value;
      typeof target === 'function' && target.name;
      target = Object.getPrototypeOf(target)
    ) {
      for (const field of store.fields.filter((candidate) => candidate.target === target)) {
        const resolver = addedBy.get(value as Function)?.get(field.schemaName);
        if (resolver && ownerOfResolver.get(resolver) !== owner) continue;
        reach(field.getType(), owner);
        reachParams(field.target, field.name, owner);
      }
    }
    for (const parent of store.objectTypes.find(({ target }) => target === value)?.interfaceClasses ?? []) {
      reach(parent, owner);
    }
  };
  const reachParams = (target: Function, method: string, owner: string): void => {
    for (const param of store.params.filter((item) => item.target === target && item.methodName === method)) {
      if ((param.kind === 'arg' || param.kind === 'args') && param.getType) reach(param.getType(), owner);
    }
  };

  for (const plugin of installed) {
    const own = new Set(plugin.resolvers ?? []);
    for (const handler of [...store.queries, ...store.mutations, ...store.subscriptions]) {
      if (!own.has(handler.target)) continue;
      reach(handler.getReturnType(), plugin.id);
      reachParams(handler.target, handler.methodName, plugin.id);
    }
    for (const field of store.fieldResolvers) {
      if (!own.has(field.target)) continue;
      if (field.getType) reach(field.getType(), plugin.id);
      reachParams(field.target, field.methodName, plugin.id);
    }
  }

  for (const [target, fields] of addedBy) {
    const type = types.get(target);
    for (const [field, resolver] of fields) {
      const owner = ownerOfResolver.get(resolver);
      if (!type) continue;
      if (!owner) strayFields.add(`${type.name}.${field}`);
      else if (owner !== type.owner) addedFields.set(`${type.name}.${field}`, owner);
    }
  }
  return { types, addedFields, rootFields, strayFields, problems };
}

/** Clashes of types, fields and root fields between the installed plugins. */
export function schemaClashProblems(installed: readonly InstalledPlugin[]): string[] {
  return schemaOwnership(installed).problems;
}
