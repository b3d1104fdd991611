import { type GraphQLField, type GraphQLSchema, isObjectType, isRequiredArgument } from 'graphql';
import { toGlobalId } from '../../src/kernel/graphql/global-id.js';
import type { Client } from '../../src/testing/client.js';
import { guessType, SAMPLES } from './id-places.js';
import { argumentsFor, type IdPlace, idPlaces, plainSelection, variablesOf } from './schema-walk.js';

type Field = GraphQLField<unknown, unknown>;

/** A field with one place for an id, and the type of node that belongs there. */
export interface IdProbe {
  readonly root: 'query' | 'mutation';
  readonly field: Field;
  readonly place: IdPlace;
  /** Root field under which the field stands, when it is none itself. */
  readonly below?: string;
  readonly type: string;
}

/** Every place for an id at root fields and directly below those that need no argument. */
export function idProbes(schema: GraphQLSchema, types: readonly string[]): IdProbe[] {
  const fieldsOf = (type: unknown): Field[] => (isObjectType(type) ? Object.values(type.getFields()) : []);
  const queries = fieldsOf(schema.getQueryType());
  const single = queries.filter(({ args, type }) => !args.some(isRequiredArgument) && isObjectType(type));
  const candidates = [
    ...queries.map((field) => ({ root: 'query' as const, field })),
    ...fieldsOf(schema.getMutationType()).map((field) => ({ root: 'mutation' as const, field })),
    ...single.flatMap((parent) =>
      fieldsOf(parent.type).map((field) => ({ root: 'query' as const, field, below: parent.name })),
    ),
  ];
  return candidates.flatMap((candidate) =>
    idPlaces(candidate.field).flatMap((place) => {
      const wanted = /^nodes?$/.test(candidate.field.name) ? types : [guessType(place, candidate.field, types)];
      return wanted.map((type) => ({ ...candidate, place, type }));
    }),
  );
}

/** What comes back with an id at the place of the probe, the id itself and the request's number taken out. */
export async function askWithId(
  client: Client,
  schema: GraphQLSchema,
  { root, field, below, place, type }: IdProbe,
  uuid: string,
  own: ReadonlyMap<string, string>,
): Promise<string> {
  const id = toGlobalId(type, uuid);
  const given = argumentsFor(field, place, id, SAMPLES);
  for (const other of idPlaces(field)) {
    const wanted = guessType(other, field, [...own.keys()]);
    const needed = field.args.some((arg) => arg.name === other.argument && isRequiredArgument(arg));
    if (other !== place && needed && other.path.length < 2 && own.has(wanted)) {
      put(given, other, toGlobalId(wanted, own.get(wanted)!));
    }
  }
  put(given, place, id);
  if (field.args.some(({ name }) => name === 'first')) given.first = 5;
  const { head, call } = variablesOf(field, given);
  const selection = root === 'mutation' ? '{ userErrors { code path details message } }' : selectionOf(schema, field);
  const asked = `${field.name}${call} ${selection}`;
  const operation = `${root} ${head} { ${below ? `${below} { ${asked} }` : asked} }`;
  const { status, data, errors } = await client.send(operation, given);
  const told = errors.map(({ message, extensions: { code } }) => ({ code, message }));
  return JSON.stringify({ status, data, errors: told }).replaceAll(id, '<id>');
}

export const idProbeName = ({ field, place, type }: IdProbe): string =>
  `${field.name}(${[place.argument, ...place.path].join('.')}: ${type})`;

function selectionOf(schema: GraphQLSchema, field: Field): string {
  const name = String(field.type).replace(/[[\]!]/g, '');
  if (name.endsWith('Connection')) return '{ nodes { __typename } totalCount }';
  return schema.getType(name) ? plainSelection(schema, name, 0) : '';
}

/** Puts an id where a place says. */
function put(given: Record<string, unknown>, { argument, path, list }: IdPlace, id: string): void {
  const keys = [argument, ...path];
  let at = given;
  for (const key of keys.slice(0, -1)) {
    const next = (at[key] ?? {}) as Record<string, unknown> | Record<string, unknown>[];
    at[key] = next;
    at = Array.isArray(next) ? next[0]! : next;
  }
  at[keys.at(-1)!] = list ? [id] : id;
}
