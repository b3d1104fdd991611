import {
  type GraphQLEnumValue,
  GraphQLEnumType,
  type GraphQLFieldMap,
  type GraphQLInputFieldMap,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLUnionType,
} from 'graphql';

type Fields = GraphQLFieldMap<unknown, unknown>;

/**
 * Types that take their parts as they are from another schema. Those of the library would copy and check every field
 * anew, for every set of modules: most of the time and of the memory that a schema takes.
 */
export class ProjectedObject extends GraphQLObjectType<unknown, unknown> {
  #fields: Fields | (() => Fields);
  #interfaces: readonly GraphQLInterfaceType[] | (() => readonly GraphQLInterfaceType[]);

  constructor(original: GraphQLObjectType, fields: () => Fields, interfaces: () => readonly GraphQLInterfaceType[]) {
    const { name, description, isTypeOf, extensions } = original;
    super({ name, description, isTypeOf, extensions, fields: {} });
    this.#fields = fields;
    this.#interfaces = interfaces;
  }

  override getFields(): Fields {
    if (typeof this.#fields === 'function') this.#fields = this.#fields();
    return this.#fields;
  }

  override getInterfaces(): readonly GraphQLInterfaceType[] {
    if (typeof this.#interfaces === 'function') this.#interfaces = this.#interfaces();
    return this.#interfaces;
  }
}

export class ProjectedInterface extends GraphQLInterfaceType {
  #fields: Fields | (() => Fields);
  #interfaces: readonly GraphQLInterfaceType[] | (() => readonly GraphQLInterfaceType[]);

  constructor(original: GraphQLInterfaceType, fields: () => Fields, interfaces: () => readonly GraphQLInterfaceType[]) {
    const { name, description, resolveType, extensions } = original;
    super({ name, description, resolveType, extensions, fields: {} });
    this.#fields = fields;
    this.#interfaces = interfaces;
  }

  override getFields(): Fields {
    if (typeof this.#fields === 'function') this.#fields = this.#fields();
    return this.#fields;
  }

  override getInterfaces(): readonly GraphQLInterfaceType[] {
    if (typeof this.#interfaces === 'function') this.#interfaces = this.#interfaces();
    return this.#interfaces;
  }
}

export class ProjectedUnion extends GraphQLUnionType {
  #types: readonly GraphQLObjectType[] | (() => readonly GraphQLObjectType[]);

  constructor(original: GraphQLUnionType, types: () => readonly GraphQLObjectType[]) {
    const { name, description, resolveType, extensions } = original;
    super({ name, description, resolveType, extensions, types: [] });
    this.#types = types;
  }

  override getTypes(): readonly GraphQLObjectType[] {
    if (typeof this.#types === 'function') this.#types = this.#types();
    return this.#types;
  }
}

export class ProjectedInput extends GraphQLInputObjectType {
  #fields: GraphQLInputFieldMap | (() => GraphQLInputFieldMap);

  constructor(original: GraphQLInputObjectType, fields: () => GraphQLInputFieldMap) {
    const { name, description, extensions, isOneOf } = original;
    super({ name, description, extensions, isOneOf, fields: {} });
    this.#fields = fields;
  }

  override getFields(): GraphQLInputFieldMap {
    if (typeof this.#fields === 'function') this.#fields = this.#fields();
    return this.#fields;
  }
}

/** An enum without some of its values: where one of them is stored, the value is shown that stands for it. */
export class ProjectedEnum extends GraphQLEnumType {
  readonly #elsewhere: ReadonlyMap<string, string>;

  constructor(original: GraphQLEnumType, values: readonly GraphQLEnumValue[], elsewhere: ReadonlyMap<string, string>) {
    const { name, description, extensions } = original;
    super({ name, description, extensions, values: Object.fromEntries(values.map((value) => [value.name, value])) });
    this.#elsewhere = elsewhere;
  }

  override serialize(value: unknown): string {
    return this.#elsewhere.get(value as string) ?? (super.serialize(value) as string);
  }
}
