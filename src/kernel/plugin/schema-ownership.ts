import { BuilderStore, lineage } from './builder-store.js';
import { inDependencyOrder } from './ordering.js';
import type { InstalledPlugin } from './registry.js';

/** Who brought each part of the superset schema. */
export interface SchemaOwnership {
  /** Class, enum object or union symbol behind a type -> its GraphQL name and the plugin that reaches it first. */
  readonly types: ReadonlyMap<unknown, { readonly name: string; readonly owner: string }>;
  /**
   * `Type.field`, `Input.field` and `Enum.VALUE` that somebody else added to a type, and `Query.field`,
   * `Mutation.field`, `Subscription.field` -> plugin.
   */
  readonly members: ReadonlyMap<string, string>;
  /** `Type.field` that the builder has seen from plugins that are not installed here. */
  readonly strayFields: ReadonlySet<string>;
  /** Parts that two claim, each naming both. */
  readonly problems: readonly string[];
}

/**
 * The builder keeps one global store and records no owner. Ownership follows from reachability: a type belongs to the
 * first plugin, in dependency order, whose own resolvers lead to it; a field added from outside belongs to the plugin
 * of its resolver class; values and input fields to the plugin that declares them.
 */
export function schemaOwnership(installed: readonly InstalledPlugin[]): SchemaOwnership {
  const { types, members, strayFields, problems } = new Owners(installed, new BuilderStore());
  return { types, members, strayFields, problems };
}

/**
 * Clashes of types, fields, values and root fields between the installed plugins, and what one uses of another without
 * requiring it: a district that has only the one would see half of it.
 */
export function schemaClashProblems(installed: readonly InstalledPlugin[]): readonly string[] {
  return schemaOwnership(inDependencyOrder(installed).ordered).problems;
}

class Owners implements SchemaOwnership {
  readonly types = new Map<unknown, { name: string; owner: string }>();
  readonly members = new Map<string, string>();
  readonly strayFields = new Set<string>();
  readonly problems: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #ofResolver: ReadonlyMap<Function, string>;
  /** By plugin: those that are on wherever it is on. */
  readonly #onWith = new Map<string, ReadonlySet<string>>();
  /** Class -> field added from outside -> the resolver class that adds it. */
  readonly #addedTo: ReadonlyMap<unknown, ReadonlyMap<string, Function>>;

  constructor(
    installed: readonly InstalledPlugin[],
    readonly store: BuilderStore,
  ) {
    this.#ofResolver = new Map(
      installed.flatMap(({ id, resolvers }) => (resolvers ?? []).map((resolver) => [resolver, id] as const)),
    );
    const core = installed.flatMap((plugin) => (plugin.core ? [plugin.id] : []));
    for (const { id, requires = [] } of installed) {
      const required = requires.flatMap((other) => [...(this.#onWith.get(other) ?? [])]);
      this.#onWith.set(id, new Set([...core, id, ...required]));
    }
    for (const [root, { target, schemaName }] of store.handlers) {
      const owner = this.#ofResolver.get(target);
      if (owner) this.#claim('root field', this.members, `${root}.${schemaName}`, owner);
    }
    this.#addedTo = this.#addedFields();
    this.#reachAll(installed);
    this.#ownAddedFields();
    for (const plugin of installed) this.#ownDeclared(plugin);
  }

  #claim(kind: string, table: Map<string, string>, key: string, owner: string): void {
    const other = table.get(key);
    if (other === undefined) table.set(key, owner);
    else this.problems.push(`${kind} '${key}' is defined by '${other}' and by '${owner}'; rename it in one of them.`);
  }

  #mustRequire(plugin: string, other: string, what: string): void {
    if (this.#onWith.get(plugin)?.has(other)) return;
    const problem = `plugin '${plugin}' ${what} of '${other}' without requiring it; name '${other}' in its requires.`;
    if (!this.problems.includes(problem)) this.problems.push(problem);
  }

  #addedFields(): Map<unknown, Map<string, Function>> {
    const added = new Map<unknown, Map<string, Function>>();
    for (const field of this.store.fieldResolvers) {
      if (field.kind !== 'external') continue;
      const target = this.store.targetOf(field.target);
      if (!target) continue;
      const own = added.get(target) ?? new Map<string, Function>();
      added.set(target, own);
      const known = own.get(field.schemaName);
      if (known && known !== field.target) {
        const [first, second] = [known, field.target].map((resolver) => this.#ofResolver.get(resolver));
        if (first && second) {
          const key = `${this.store.classes.get(target)}.${field.schemaName}`;
          this.problems.push(`field '${key}' is defined by '${first}' and by '${second}'; rename it in one of them.`);
        }
      }
      if (!known || this.#ofResolver.has(field.target)) own.set(field.schemaName, field.target);
    }
    return added;
  }

  #reachAll(installed: readonly InstalledPlugin[]): void {
    const handlersOf = Map.groupBy(this.store.handlers, ([, { target }]) => target);
    const resolversOf = Map.groupBy(this.store.fieldResolvers, ({ target }) => target);
    for (const { id, resolvers, inputFields } of installed) {
      for (const resolver of resolvers ?? []) {
        for (const [, handler] of handlersOf.get(resolver) ?? []) {
          this.#reach(handler.getReturnType(), id);
          this.#reachParams(resolver, handler.methodName, id);
        }
        for (const field of resolversOf.get(resolver) ?? []) {
          if (field.getType) this.#reach(field.getType(), id);
          this.#reachParams(resolver, field.methodName, id);
        }
      }
      for (const { fields } of Object.values(inputFields ?? {})) this.#reachFields(fields, id);
    }
  }

  /** Follows what is reachable for one plugin and claims what nobody has yet. */
  #reach(value: unknown, owner: string): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#reach(item, owner);
      return;
    }
    if (this.store.isArguments(value)) {
      this.#reachFields(value as Function, owner);
      return;
    }
    const union = this.store.unions.get(value);
    const name = this.store.classes.get(value) ?? this.store.enums.get(value) ?? union?.name;
    if (name === undefined) return;
    const known = this.types.get(value);
    if (known) {
      this.#mustRequire(owner, known.owner, `uses the type '${name}'`);
      return;
    }
    this.types.set(value, { name, owner });
    this.#claim('type', this.#names, name, owner);
    if (union) this.#reach([...union.getClassTypes()], owner);
    if (typeof value !== 'function') return;
    this.#reachFields(value, owner);
    for (const parent of this.store.interfacesOf(value)) this.#reach(parent, owner);
  }

  #reachFields(target: Function, owner: string): void {
    const addedHere = this.#addedTo.get(target);
    for (const ancestor of lineage(target)) {
      for (const field of this.store.fieldsOf(ancestor)) {
        const resolver = addedHere?.get(field.schemaName);
        if (resolver && this.#ofResolver.get(resolver) !== owner) continue;
        this.#reach(field.getType(), owner);
        this.#reachParams(field.target, field.name, owner);
      }
    }
  }

  #reachParams(target: Function, method: string, owner: string): void {
    for (const type of this.store.paramTypes(target, method)) this.#reach(type, owner);
  }

  /** What is added to a class is added to those that extend or implement it as well. */
  #ownAddedFields(): void {
    for (const [target, type] of this.types) {
      if (typeof target !== 'function') continue;
      for (const ancestor of [...lineage(target), ...this.store.interfacesOf(target)]) {
        for (const [field, resolver] of this.#addedTo.get(ancestor) ?? []) {
          const owner = this.#ofResolver.get(resolver);
          const key = `${type.name}.${field}`;
          if (!owner) this.strayFields.add(key);
          else if (owner !== type.owner) {
            this.members.set(key, owner);
            this.#mustRequire(owner, type.owner, `adds to the type '${type.name}'`);
          }
        }
      }
    }
  }

  #ownDeclared({ id, enumValues, inputFields }: InstalledPlugin): void {
    for (const [name, values] of Object.entries(enumValues ?? {})) {
      if (!this.#isKnown('enum', name, id)) continue;
      const own = this.store.valuesOf(name);
      for (const value of Object.keys(values)) {
        if (own.includes(value)) this.#clashesWithOwner('enum value', name, value, id);
        else this.#claim('enum value', this.members, `${name}.${value}`, id);
      }
    }
    const inputs = new Map([...this.types].map(([target, { name }]) => [name, target]));
    for (const fields of new Set(Object.values(inputFields ?? {}).map((added) => added.fields))) {
      // The builder makes a type of it before it goes away again.
      const given = this.store.classes.get(fields);
      if (given !== undefined) this.#claim('type', this.#names, given, id);
      else this.problems.push(`plugin '${id}': the class '${fields.name}' of added fields needs @InputType().`);
    }
    for (const [name, { fields }] of Object.entries(inputFields ?? {})) {
      if (!this.#isKnown('input', name, id)) continue;
      const own = lineage(inputs.get(name) as Function).flatMap((target) => this.store.fieldsOf(target));
      for (const field of lineage(fields).flatMap((target) => this.store.fieldsOf(target))) {
        if (own.some(({ name }) => name === field.name)) this.#clashesWithOwner('input field', name, field.name, id);
        else this.#claim('input field', this.members, `${name}.${field.name}`, id);
      }
    }
  }

  #isKnown(kind: string, name: string, owner: string): boolean {
    if (this.#names.has(name)) return true;
    this.problems.push(`plugin '${owner}' adds to the ${kind} '${name}', which the graph does not have; correct it.`);
    return false;
  }

  #clashesWithOwner(kind: string, type: string, member: string, owner: string): void {
    this.problems.push(
      `${kind} '${type}.${member}' is defined by '${this.#names.get(type)}' and by '${owner}'; rename it in one of them.`,
    );
  }
}
