import {
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isUnionType,
} from 'graphql';
import type { InstalledPlugin } from '../plugin/registry.js';

export type Field = GraphQLField<unknown, unknown>;

/** A field, input field, value or union member of one type. */
export interface Member {
  readonly name: string;
  /** Place among the owners. */
  readonly owner: number;
  /** Part that it leads to; that of an enum value is no type at all: -1. */
  readonly target: number;
  /** Parts without which it cannot be: its type and those of its required arguments; scalars are always there. */
  readonly needs: readonly number[];
  /** Parts that its arguments take, in their order. */
  readonly args: readonly number[];
  /** True for an input field without which the input cannot be given. */
  readonly required: boolean;
  readonly definition: Field | GraphQLInputField | GraphQLEnumValue | undefined;
}

/** One type. */
export interface Part {
  readonly type: GraphQLNamedType;
  readonly owner: number;
  readonly members: readonly Member[];
  readonly interfaces: readonly number[];
  /** Parts whose members or interfaces lead to it. */
  readonly referrers: readonly number[];
  /** Values of an enum that a value of another plugin is shown as, where that plugin is off. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

interface Ownership {
  ownerOfType(name: string): string | undefined;
  ownerOfField(type: string, field: string): string | null;
}

/** Places among the owners: what a plugin left behind that is not installed here, and what every schema has. */
export const NOBODY = 0;
export const EVERYBODY = 1;

/**
 * The superset schema taken apart once, so that the schema of a set of modules is put together by looking at numbers:
 * what belongs to whom, and what needs what.
 */
export class SchemaParts {
  readonly parts: readonly Part[];
  /** Ids of plugins by their places; the first two are no plugins. */
  readonly owners: readonly string[];
  /** Objects that are found through an interface only, so that nothing else would bring them in. */
  readonly implementations: readonly number[];
  /** The types of queries, mutations and subscriptions. */
  readonly roots: Readonly<Record<'query' | 'mutation' | 'subscription', number | undefined>>;

  constructor(
    readonly schema: GraphQLSchema,
    ownership: Ownership,
    plugins: readonly InstalledPlugin[],
  ) {
    const owners = ['', '*', ...plugins.map(({ id }) => id)];
    const placeOf = new Map(owners.map((id, place) => [id, place]));
    const owner = (id: string | null | undefined): number => placeOf.get(id ?? '') ?? NOBODY;
    const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
    const places = new Map<GraphQLNamedType, number>(types.map((type, place) => [type, place]));
    const referrers = types.map(() => new Set<number>());
    const place = (type: GraphQLType): number => places.get(getNamedType(type))!;

    this.owners = owners;
    const root = (type: GraphQLNamedType | null | undefined) => (type ? places.get(type) : undefined);
    this.roots = {
      query: root(schema.getQueryType()),
      mutation: root(schema.getMutationType()),
      subscription: root(schema.getSubscriptionType()),
    };
    const roots = new Set(Object.values(this.roots));
    this.parts = types.map((type, at): Part => {
      const members = membersOf(type, place, (name) => owner(ownership.ownerOfField(type.name, name)));
      const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map(place) : [];
      for (const { target, args } of members) {
        for (const part of [target, ...args]) referrers[part]?.add(at);
      }
      for (const part of interfaces) referrers[part]!.add(at);
      return {
        type,
        // Scalars are everybody's; a root type is there as long as it has a field.
        owner: isScalarType(type) || roots.has(at) ? EVERYBODY : owner(ownership.ownerOfType(type.name)),
        members,
        interfaces,
        referrers: [],
        elsewhere: isEnumType(type) ? elsewhereIn(type.name, plugins) : new Map(),
      };
    });
    for (const [at, part] of this.parts.entries()) Object.assign(part, { referrers: [...referrers[at]!] });
    this.implementations = types.flatMap((type, at) =>
      isObjectType(type) && type.getInterfaces().length > 0 ? [at] : [],
    );
  }
}

function membersOf(
  type: GraphQLNamedType,
  place: (type: GraphQLType) => number,
  owner: (name: string) => number,
): Member[] {
  const needed = (types: readonly GraphQLType[]): number[] =>
    types.filter((one) => !isScalarType(getNamedType(one))).map(place);
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      name: field.name,
      owner: owner(field.name),
      target: place(field.type),
      needs: needed([field.type, ...field.args.filter(isRequiredArgument).map((argument) => argument.type)]),
      args: field.args.map((argument) => place(argument.type)),
      required: false,
      definition: field,
    }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      name: field.name,
      owner: owner(field.name),
      target: place(field.type),
      needs: needed([field.type]),
      args: [],
      required: isNonNullType(field.type),
      definition: field,
    }));
  }
  const plain = { args: [], required: false };
  if (isEnumType(type)) {
    const values = type.getValues();
    return values.map((value) => ({
      ...plain,
      name: value.name,
      owner: owner(value.name),
      target: -1,
      needs: [],
      definition: value,
    }));
  }
  if (!isUnionType(type)) return [];
  // A member of a union is there whenever its type is.
  return type.getTypes().map((member) => ({
    ...plain,
    name: member.name,
    owner: EVERYBODY,
    target: place(member),
    needs: [place(member)],
    definition: undefined,
  }));
}

function elsewhereIn(name: string, plugins: readonly InstalledPlugin[]): ReadonlyMap<string, string> {
  return new Map(
    plugins.flatMap(({ enumValues }) =>
      Object.entries(enumValues?.[name] ?? {}).flatMap(([value, { elsewhere }]) =>
        elsewhere === undefined ? [] : [[value, elsewhere] as const],
      ),
    ),
  );
}
