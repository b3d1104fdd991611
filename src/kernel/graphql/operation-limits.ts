import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Locale } from '../bilingual.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import { refusalError } from './graphql-errors.js';

/** A page has 1 to 100 entries. Source of this and the limits below: the graph's conventions. */
export const MAX_PAGE = 100;
/** Entries that all lists of an operation may give together, nested ones multiplied. */
export const MAX_NODES = 10_000;
/** Levels of objects, not counting what every list has around its entries. */
export const MAX_DEPTH = 10;

const AROUND_ENTRIES = new Set(['edges', 'node', 'nodes', 'pageInfo']);

interface Size {
  readonly depth: number;
  readonly nodes: number;
}

/**
 * Checks an operation with its variables before anything runs: every list has exactly one of `first` and `last`, 1 to
 * 100; all lists together give at most {@link MAX_NODES} entries; objects nest at most {@link MAX_DEPTH} deep. Each
 * fragment is looked at once, so the time is linear in the document, which must have been validated.
 */
export function limitErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  locale: Locale,
): GraphQLError[] {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return []; // Variables that do not fit are reported by execution, in its own words.
  const errors: GraphQLError[] = [];
  const refused = (
    error: keyof typeof kernelErrors,
    details: Record<string, string | number>,
    node: FieldNode,
  ): void => {
    errors.push(refusalError(refuse(kernelErrors[error], { details }), locale, [node]));
  };
  const fragments = new Map(
    document.definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [])),
  );
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    const size = known.get(name) ?? ofSelections(fragment?.typeCondition.name.value, fragment?.selectionSet);
    known.set(name, size);
    return size;
  };

  const ofSelections = (type: string | undefined, set: SelectionSetNode | undefined): Size => {
    let depth = 0;
    let nodes = 0;
    for (const selection of set?.selections ?? []) {
      const size =
        selection.kind === Kind.FIELD
          ? ofField(type, selection)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelections(selection.typeCondition?.name.value ?? type, selection.selectionSet);
      depth = Math.max(depth, size.depth);
      nodes += size.nodes;
    }
    return { depth, nodes };
  };

  const ofField = (parent: string | undefined, node: FieldNode): Size => {
    const field = fieldOf(schema, parent, node.name.value);
    // Introspection has no lists of ours, and its standard query nests deep.
    if (!field || !node.selectionSet) return { depth: 0, nodes: 0 };
    const type = getNamedType(field.type).name;
    const below = ofSelections(type, node.selectionSet);
    const depth = below.depth + (AROUND_ENTRIES.has(field.name) ? 0 : 1);
    if (!type.endsWith('Connection')) return { depth, nodes: below.nodes * entriesOf(field, node) };
    const page = pageOf(field, node);
    return { depth, nodes: page * (1 + below.nodes) };
  };

  /** Entries of a list that has no pages: as many as are asked for, by a list of ids say. */
  const entriesOf = (field: GraphQLField<unknown, unknown>, node: FieldNode): number => {
    if (!isListType(getNullableType(field.type))) return 1;
    const given = Object.values(argumentsOf(field, node, coerced)).filter(Array.isArray);
    return Math.max(1, ...given.map(({ length }) => length));
  };

  /** Entries of one page; a page that is refused counts as one. */
  const pageOf = (field: GraphQLField<unknown, unknown>, node: FieldNode): number => {
    const { first, last } = argumentsOf(field, node, coerced);
    const sizes = [first, last].filter((size) => size != null).map(Number);
    if (sizes.length !== 1) refused('PAGE_SIZE_REQUIRED', { field: field.name }, node);
    else if (sizes[0]! >= 1 && sizes[0]! <= MAX_PAGE) return sizes[0]!;
    else refused('PAGE_SIZE_OUT_OF_RANGE', { field: field.name, limit: MAX_PAGE, size: sizes[0]! }, node);
    return 1;
  };

  const total = ofSelections(schema.getRootType(operation.operation)?.name, operation.selectionSet);
  const [whole] = operation.selectionSet.selections;
  if (errors.length === 0 && total.nodes > MAX_NODES) {
    refused('OPERATION_TOO_MANY_NODES', { nodes: total.nodes, limit: MAX_NODES }, whole as FieldNode);
  }
  if (errors.length === 0 && total.depth > MAX_DEPTH) {
    refused('OPERATION_TOO_DEEP', { depth: total.depth, limit: MAX_DEPTH }, whole as FieldNode);
  }
  return errors;
}

function fieldOf(schema: GraphQLSchema, parent: string | undefined, name: string) {
  const type = parent === undefined ? undefined : schema.getType(parent);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** Arguments that do not even coerce are reported by execution; here they count as a page of one. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return { first: 1 };
  }
}
