import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import type { Client } from '../../src/testing/client.js';
import { argumentsFor, type IdPlace, idPlaces, isConnection, nodeTypeOf, type Samples } from './schema-walk.js';

type Field = GraphQLField<unknown, unknown>;

/** What a crawl needs to know to call fields: an own id per node type, and acceptable values. */
export interface Ground {
  readonly schema: GraphQLSchema;
  readonly idOf: (type: string) => string | undefined;
  /** The type of node that belongs at a place for an id. */
  readonly typeAt: (place: IdPlace, field: Field) => string;
  readonly samples: Samples;
}

/** One operation of a crawl. */
export interface Stop {
  readonly name: string;
  readonly query: string;
}

const DEPTH = 2;

/** Operations that together ask for every field of every type a caller can get to without changing anything. */
export function stopsOf(ground: Ground): Stop[] {
  const roots = Object.values(ground.schema.getQueryType()!.getFields()).filter(({ name }) => !/^nodes?$/.test(name));
  const nodes = Object.values(ground.schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node') && ground.idOf(type.name) != null,
  );
  const ids = nodes.map(({ name }) => ground.idOf(name)!);
  return [
    { name: 'Query.nodes', query: `{ nodes(ids: ${JSON.stringify(ids)}) { __typename id } }` },
    ...roots.map((field) => ({
      name: `Query.${field.name}`,
      query: fitting((depth) => `{ ${called(ground, field, depth)} }`),
    })),
    ...nodes.map((type) => ({
      name: type.name,
      query: fitting(
        (depth) =>
          `{ node(id: "${ground.idOf(type.name)}") { __typename ... on ${type.name} ${selection(ground, type, depth)} } }`,
      ),
    })),
  ];
}

/** More tokens than this are refused before anything runs. */
const MOST_TOKENS = 2_000;

/** The deepest of the documents that is not refused for its size. */
function fitting(document: (depth: number) => string): string {
  for (let depth = DEPTH; depth > 0; depth -= 1) {
    const query = document(depth);
    if (query.match(/\w+|"[^"]*"|\.\.\.|[^\s\w"]/g)!.length <= MOST_TOKENS) return query;
  }
  return document(0);
}

/** `field(args) { everything below it }`. */
export function called(
  ground: Ground,
  field: Field,
  depth: number,
  extra: Readonly<Record<string, unknown>> = {},
): string {
  const given: Record<string, unknown> = { ...requiredArguments(ground, field), ...extra };
  if (isConnection(field) && !('last' in given)) given.first ??= 3;
  const args = Object.entries(given).map(([name, value]) => `${name}: ${literal(value)}`);
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${below(ground, field, depth)}`;
}

function requiredArguments(ground: Ground, field: Field): Record<string, unknown> {
  const required = field.args.filter(isRequiredArgument);
  const place = idPlaces(field).find(
    ({ argument, path }) => path.length === 0 && required.some((arg) => arg.name === argument),
  );
  const nowhere = { argument: '', path: [], list: false };
  const values = argumentsFor(
    { ...field, args: required } as Field,
    place ?? nowhere,
    idAt(ground, place, field),
    ground.samples,
  );
  for (const other of idPlaces(field)) {
    if (other !== place && other.path.length === 0 && other.argument in values)
      values[other.argument] = idAt(ground, other, field);
  }
  return values;
}

function idAt(ground: Ground, place: IdPlace | undefined, field: Field): string {
  return (place && ground.idOf(ground.typeAt(place, field))) ?? 'none';
}

function below(ground: Ground, field: Field, depth: number): string {
  const type = getNamedType(field.type);
  if (isConnection(field)) {
    const node = ground.schema.getType(nodeTypeOf(field)) as GraphQLObjectType;
    const inner = depth > 0 ? selection(ground, node, depth - 1) : '{ __typename }';
    return `{ __typename totalCount nodes ${inner} edges { __typename cursor node { __typename } }
      pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor } }`;
  }
  if (isInterfaceType(type)) return '{ __typename id }';
  if (!isObjectType(type)) return '';
  return depth > 0 ? selection(ground, type, depth - 1) : '{ __typename }';
}

function selection(ground: Ground, type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).map((field) => called(ground, field, depth));
  return `{ __typename ${fields.join(' ')} }`;
}

/** A value as it is written in a document; words in capitals are taken for enum values. */
function literal(value: unknown): string {
  if (typeof value === 'string') return /^[A-Z][A-Z_]+$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${literal(inner)}`)
      .join(', ')} }`;
  }
  return String(value);
}

/** Sends a stop and notes every `Type.field` that came back without an error. */
export async function visit(client: Client, stop: Stop, seen: Set<string>): Promise<string> {
  const answer = await client.send(stop.query);
  const failed = new Set(answer.errors.map((error) => JSON.stringify((error as { path?: unknown }).path ?? [])));
  if (answer.data) note(answer.data, [], failed, seen);
  return JSON.stringify(answer);
}

function note(
  value: unknown,
  path: readonly (string | number)[],
  failed: ReadonlySet<string>,
  seen: Set<string>,
): void {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) note(inner, [...path, index], failed, seen);
  } else if (value && typeof value === 'object') {
    const { __typename, ...fields } = value as Record<string, unknown>;
    for (const [name, inner] of Object.entries(fields)) {
      if (inner === null && failed.has(JSON.stringify([...path, name]))) continue;
      seen.add(`${__typename ?? 'Query'}.${name}`);
      note(inner, [...path, name], failed, seen);
    }
  }
}

/** Every `Type.field` of what is not only the outcome of a mutation. */
export function readableFields(schema: GraphQLSchema): string[] {
  return [...reachedByReading(schema)].flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
}

/** Object types that a query leads to, in some way. */
function reachedByReading(schema: GraphQLSchema): ReadonlySet<GraphQLObjectType> {
  const reached = new Set<GraphQLObjectType>();
  const enter = (type: GraphQLNamedType): void => {
    if (isInterfaceType(type) || isUnionType(type)) schema.getPossibleTypes(type).forEach(enter);
    if (!isObjectType(type) || reached.has(type)) return;
    reached.add(type);
    for (const field of Object.values(type.getFields())) enter(getNamedType(field.type));
  };
  enter(schema.getQueryType()!);
  return reached;
}
