import { getMetadataStorage } from 'type-graphql';

type Store = ReturnType<typeof getMetadataStorage>;
type Field = Store['fields'][number];
type Param = Store['params'][number];

/** What the schema builder has collected from decorators, in maps: its own lists are searched from end to end. */
export class BuilderStore {
  readonly handlers: readonly (readonly [root: string, handler: Store['queries'][number]])[];
  readonly fieldResolvers: Store['fieldResolvers'];
  /** Names of object, interface and input types by their classes. */
  readonly classes: ReadonlyMap<unknown, string>;
  /** Names by enum object. */
  readonly enums: ReadonlyMap<unknown, string>;
  readonly unions: ReadonlyMap<unknown, Store['unions'][number]>;
  readonly #values: ReadonlyMap<string, object>;
  readonly #arguments: ReadonlySet<unknown>;
  readonly #interfaces: ReadonlyMap<unknown, readonly Function[]>;
  readonly #fields: ReadonlyMap<Function, readonly Field[]>;
  readonly #params: ReadonlyMap<Function, readonly Param[]>;
  readonly #targets: ReadonlyMap<Function, () => unknown>;

  constructor(store: Store = getMetadataStorage()) {
    this.handlers = [
      ...store.queries.map((handler) => ['Query', handler] as const),
      ...store.mutations.map((handler) => ['Mutation', handler] as const),
      ...store.subscriptions.map((handler) => ['Subscription', handler] as const),
    ];
    this.fieldResolvers = store.fieldResolvers;
    this.classes = new Map(
      [...store.objectTypes, ...store.interfaceTypes, ...store.inputTypes].map(({ target, name }) => [target, name]),
    );
    this.enums = new Map(store.enums.map(({ enumObj, name }) => [enumObj, name]));
    this.unions = new Map(store.unions.map((union) => [union.symbol, union]));
    this.#values = new Map(store.enums.map(({ enumObj, name }) => [name, enumObj]));
    this.#arguments = new Set(store.argumentTypes.map(({ target }) => target));
    this.#interfaces = new Map(
      store.objectTypes.map(({ target, interfaceClasses = [] }) => [target, interfaceClasses]),
    );
    this.#fields = Map.groupBy(store.fields, ({ target }) => target);
    this.#params = Map.groupBy(store.params, ({ target }) => target);
    this.#targets = new Map(store.resolverClasses.map(({ target, getObjectType }) => [target, getObjectType]));
  }

  /** The class whose fields a resolver class resolves; throws for one that has none. */
  targetOf(resolver: Function): unknown {
    return this.#targets.get(resolver)?.();
  }

  isArguments(value: unknown): boolean {
    return this.#arguments.has(value);
  }

  /** Fields declared on a class itself. */
  fieldsOf(target: Function): readonly Field[] {
    return this.#fields.get(target) ?? [];
  }

  /** Types that the arguments of a method lead to. */
  paramTypes(target: Function, method: string): unknown[] {
    return (this.#params.get(target) ?? []).flatMap((param) =>
      param.methodName === method && (param.kind === 'arg' || param.kind === 'args') && param.getType
        ? [param.getType()]
        : [],
    );
  }

  interfacesOf(target: unknown): readonly Function[] {
    return this.#interfaces.get(target) ?? [];
  }

  /** Names of the values of an enum, as its owner declares them. */
  valuesOf(enumName: string): readonly string[] {
    return Object.keys(this.#values.get(enumName) ?? {}).filter((key) => Number.isNaN(Number.parseInt(key, 10)));
  }
}

/** A class and those that it extends, itself first. */
export function lineage(target: Function): Function[] {
  const found: Function[] = [];
  for (let at: unknown = target; typeof at === 'function' && at.name; at = Object.getPrototypeOf(at)) found.push(at);
  return found;
}
