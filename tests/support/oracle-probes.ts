import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { ReadableField } from '../../src/kernel/graphql/field-permissions.js';
import type { FieldReadings } from '../../src/kernel/graphql/readings.js';
import { isConnection } from './schema-walk.js';

type Field = GraphQLField<unknown, unknown>;

/** One way of asking a list about a field: `{ filter: { amount: { from: 5 } } }`. */
export interface Probe {
  readonly name: string;
  readonly field: Field;
  readonly args: Readonly<Record<string, unknown>>;
  /** The guarded fields that it looks at; none = it must be answered, and tell nothing. */
  readonly guarded: readonly ReadableField[];
}

/** Values to try by name of a scalar: those that rows hold, so that a comparison falls one way or the other. */
export type Values = Readonly<Record<string, readonly unknown[]>>;

/**
 * Every argument of a field, alone, with every value to be tried; and none at all. Lists are asked from both ends,
 * whole and cut short.
 */
export function probesOf(
  schema: GraphQLSchema,
  owner: string,
  field: Field,
  readings: FieldReadings,
  values: Values,
): Probe[] {
  const required = Object.fromEntries(
    field.args
      .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      .map(({ name, type }) => [name, valuesOf(schema, type, values, [])[0]]),
  );
  const page: Record<string, unknown>[] = isConnection(field) ? [{ first: 50 }, { last: 1 }] : [{}];
  const given = field.args
    .filter(({ name }) => !['first', 'last', 'after', 'before'].includes(name))
    .flatMap(({ name, type }) => valuesOf(schema, type, values, []).map((value) => ({ [name]: value })));
  return [{}, ...given].flatMap((args) =>
    page.map((size) => {
      const all = { ...required, ...args, ...size };
      return {
        name: `${owner}.${field.name}(${JSON.stringify(all)})`,
        field,
        args: all,
        guarded: [...(readings.look?.(internal(field, all)) ?? [])],
      };
    }),
  );
}

/** Values of an input type, each with one thing said in it; objects in themselves are entered once. */
function valuesOf(schema: GraphQLSchema, type: GraphQLInputType, values: Values, within: readonly string[]): unknown[] {
  const named = getNamedType(type);
  const list = isListType(isNonNullType(type) ? type.ofType : type);
  const wrap = (value: unknown) => (list ? [value] : value);
  if (isEnumType(named)) return named.getValues().map(({ name }) => wrap(name));
  if (!isInputObjectType(named)) return (values[named.name] ?? []).map(wrap);
  if (within.filter((name) => name === named.name).length > 1) return [];
  const fields = Object.values(named.getFields());
  const required = Object.fromEntries(
    fields
      .filter(isRequiredInputField)
      .map((field) => [field.name, valuesOf(schema, field.type, values, [...within, named.name])[0]]),
  );
  return fields.flatMap((field) =>
    valuesOf(schema, field.type, values, [...within, named.name]).map((value) =>
      wrap({ ...required, [field.name]: value }),
    ),
  );
}

/** Arguments as resolvers get them: values of enums instead of their names. */
function internal(field: Field, args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const inside = (type: GraphQLInputType, value: unknown): unknown => {
    const named = getNamedType(type);
    if (Array.isArray(value)) return value.map((one) => inside(named, one));
    if (isEnumType(named)) return named.getValue(String(value))?.value;
    if (!isInputObjectType(named) || value === null) return value;
    const fields = named.getFields();
    return Object.fromEntries(
      Object.entries(value as object).map(([key, one]) => [key, inside(fields[key]!.type, one)]),
    );
  };
  return Object.fromEntries(
    field.args.filter(({ name }) => args[name] !== undefined).map(({ name, type }) => [name, inside(type, args[name])]),
  );
}

/** Arguments as they stand in a document. */
export function written(type: GraphQLInputType, value: unknown): string {
  const named = getNamedType(type);
  if (Array.isArray(value)) return `[${value.map((one) => written(named, one)).join(', ')}]`;
  if (isEnumType(named)) return String(value);
  if (!isInputObjectType(named)) return JSON.stringify(value);
  const fields = named.getFields();
  const inside = Object.entries(value as object).map(([key, one]) => `${key}: ${written(fields[key]!.type, one)}`);
  return `{ ${inside.join(', ')} }`;
}

/** `name(arguments)` with its arguments in the document. */
export function callOf({ field, args }: Probe): string {
  const given = field.args.filter(({ name }) => args[name] !== undefined);
  const inside = given.map(({ name, type }) => `${name}: ${written(type, args[name])}`).join(', ');
  return `${field.name}${inside && `(${inside})`}`;
}
