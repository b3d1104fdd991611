import { type ASTNode, Kind, parse, print, type TypeNode, visit } from 'graphql';

/** Of so many parts of a graph, one is damaged in each round. */
const EVERY = 7;

/**
 * A graph in which many parts are removed or of another type: other parts in every round, the same in every run.
 */
export function damaged(sdl: string, round: number): string {
  let count = round;
  const hit = () => ++count % EVERY === 0;
  const other = (type: TypeNode): TypeNode =>
    type.kind === Kind.NON_NULL_TYPE ? type.type : { kind: Kind.NON_NULL_TYPE, type };
  const without = <T extends ASTNode>(parts: readonly T[] = []): readonly T[] => {
    const rest = parts.filter(() => !hit());
    return rest.length > 0 ? rest : parts;
  };
  const damage = visit(parse(sdl), {
    ObjectTypeDefinition: (node) => ({ ...node, fields: without(node.fields) }),
    InterfaceTypeDefinition: (node) => ({ ...node, fields: without(node.fields) }),
    InputObjectTypeDefinition: (node) => ({ ...node, fields: without(node.fields) }),
    EnumTypeDefinition: (node) => ({ ...node, values: without(node.values) }),
    InputValueDefinition: (node) => (hit() ? { ...node, type: other(node.type), defaultValue: undefined } : undefined),
    FieldDefinition: (node) => {
      const args = without(node.arguments);
      return hit() ? { ...node, type: other(node.type), arguments: args } : { ...node, arguments: args };
    },
  });
  return print(damage);
}

/** Schema coordinate of what a sentence of graphql-js is about. */
export function coordinateOf(description: string): string {
  const forms: readonly [RegExp, string][] = [
    [/^(\w+\.\w+) arg (\w+) /, '$1($2:)'],
    [/^A required arg (\w+) on (\w+\.\w+) was added/, '$2($1:)'],
    [/^A required field (\w+) on input type (\w+) was added/, '$2.$1'],
    [/^(\w+) was removed from enum type (\w+)/, '$2.$1'],
    [/^(\w+) was removed from union type (\w+)/, '$2'],
    [/^(\w+(\.\w+)?) /, '$1'],
  ];
  const [form, coordinate] = forms.find(([pattern]) => pattern.test(description))!;
  return description.match(form)![0].replace(form, coordinate);
}
