import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Fields of one operation; as many as a document without fragments can have within its limit of tokens. */
export const MAX_FIELDS = 2_000;

/**
 * How many fields an operation has once every fragment is written out where it is used: what compiling costs, and what
 * running may cost. Fragments that use fragments double it with every few tokens. Each is counted once, so the time is
 * linear in the document, which must have been validated (no circles).
 */
export function fieldsOf(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const count = known.get(name) ?? ofSelections(fragments.get(name)?.selectionSet);
    known.set(name, count);
    return count;
  };
  const ofSelections = (set: SelectionSetNode | undefined): number => {
    let count = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) count += ofFragment(selection.name.value);
      else count += ofSelections(selection.selectionSet) + (selection.kind === Kind.FIELD ? 1 : 0);
    }
    return count;
  };
  return ofSelections(operation.selectionSet);
}
