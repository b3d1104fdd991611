import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

export const isConnection = (field: Field): boolean => getNamedType(field.type).name.endsWith('Connection');

/** Fields with a list behind them, of one object type. */
export function connectionsOf(schema: GraphQLSchema, type: string): Field[] {
  const found = schema.getType(type);
  if (!isObjectType(found)) return [];
  return Object.values(found.getFields()).filter(isConnection);
}

/** Object type inside a connection. */
export function nodeTypeOf(field: Field): string {
  const connection = getNamedType(field.type);
  if (!isObjectType(connection)) throw new Error(`${connection.name} is no object type`);
  return getNamedType(connection.getFields().nodes!.type).name;
}

/** Selection of everything on a type that needs no argument: scalars, and one level of objects. */
export function plainSelection(schema: GraphQLSchema, typeName: string, depth = 1): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const parts = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument) || isConnection(field)) return [];
    const target = getNamedType(field.type);
    if (!isObjectType(target) && !isInterfaceType(target)) return [field.name];
    if (depth === 0) return [];
    const inner = plainSelection(schema, target.name, depth - 1);
    return inner ? [`${field.name} ${inner}`] : [];
  });
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '{ __typename }';
}

/** A place for an id among the arguments of a field: which argument, the path inside it, and whether it is a list. */
export interface IdPlace {
  readonly argument: string;
  readonly path: readonly string[];
  readonly list: boolean;
}

/** Names of arguments and input fields whose id is a code that everybody knows, and of no row. */
const CODES = new Set(['moduleId']);

/** Every place where a field takes the id of a node, nested inputs included. */
export function idPlaces(field: Field): IdPlace[] {
  return placesOf(field, (type) => type === 'ID').filter(({ argument, path }) => !CODES.has(path.at(-1) ?? argument));
}

/** Every place where a field takes a value of the wanted types, nested inputs included. */
export function placesOf(field: Field, wanted: (type: string) => boolean): IdPlace[] {
  return field.args.flatMap((argument) =>
    placesIn(argument.type, wanted, []).map((place) => ({ argument: argument.name, ...place })),
  );
}

function placesIn(
  type: GraphQLInputType,
  wanted: (type: string) => boolean,
  path: readonly string[],
  seen: readonly string[] = [],
): Omit<IdPlace, 'argument'>[] {
  const named = getNamedType(type);
  const list = isListType(isNonNullType(type) ? type.ofType : type);
  if (wanted(named.name)) return [{ path, list }];
  if (!isInputObjectType(named) || seen.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    placesIn(field.type, wanted, [...path, field.name], [...seen, named.name]),
  );
}

/** Values by name of argument, input field or scalar, for arguments that a generated call has to fill with something acceptable. */
export type Samples = Readonly<Record<string, unknown>>;

/** Arguments of a call: what is required, filled with samples, and an id put at one place. */
export function argumentsFor(field: Field, place: IdPlace, id: string, samples: Samples): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const argument of field.args) {
    const path = argument.name === place.argument ? place.path : undefined;
    const value = valueFor(argument, path, place.list, id, samples);
    if (value !== undefined) values[argument.name] = value;
  }
  return values;
}

function valueFor(
  { type, ...input }: GraphQLArgument | { name: string; type: GraphQLInputType; defaultValue?: unknown },
  path: readonly string[] | undefined,
  list: boolean,
  id: string,
  samples: Samples,
): unknown {
  const required = isNonNullType(type) && input.defaultValue === undefined;
  if (path?.length === 0) return list ? [id] : id;
  if (!required && path === undefined) return undefined;
  const named = getNamedType(type);
  const inList = isListType(isNonNullType(type) ? type.ofType : type);
  const wrap = (value: unknown) => (inList ? [value] : value);
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).flatMap((field) => {
      const below = path?.[0] === field.name ? path.slice(1) : undefined;
      if (below === undefined && !isRequiredInputField(field)) return [];
      return [[field.name, valueFor(field, below, list, id, samples)] as const];
    });
    return wrap(Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
  }
  if (isEnumType(named)) return wrap(named.getValues()[0]!.name);
  return wrap(samples[input.name] ?? samples[named.name] ?? 'x');
}

/** `$name: Type` and `name: $name` for the arguments of a field. */
export function variablesOf(field: Field, given: Readonly<Record<string, unknown>>): { head: string; call: string } {
  const used = field.args.filter(({ name }) => name in given);
  const head = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const call = used.map(({ name }) => `${name}: $${name}`).join(', ');
  return { head: head && `(${head})`, call: call && `(${call})` };
}
