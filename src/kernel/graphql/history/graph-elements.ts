import {
  type DirectiveDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  valueFromAST,
  GraphQLString,
  type ConstDirectiveNode,
} from 'graphql';

export type ElementKind =
  | 'TYPE'
  | 'FIELD'
  | 'ARGUMENT'
  | 'INPUT_FIELD'
  | 'ENUM_VALUE'
  | 'UNION_MEMBER'
  | 'INTERFACE'
  | 'DIRECTIVE'
  | 'LOCATION';

/** One part of a graph that callers can rely on. */
export interface GraphElement {
  readonly kind: ElementKind;
  /** Schema coordinate; of a member of a union, an implemented interface or a location that of what has it. */
  readonly coordinate: string;
  /** Key of the element it is part of. */
  readonly parent?: string;
  /** Type of a field, argument or input field; name of a member, interface or location. */
  readonly type?: string;
  /** Default of an argument or input field, as in the definition language. */
  readonly default?: string;
  /** Reason of its deprecation. */
  readonly deprecated?: string;
  /** What kind of type it is: `object`, `interface`, `union`, `enum`, `input`, `scalar`. */
  readonly shape?: string;
  readonly oneOf?: boolean;
  readonly specifiedBy?: string;
}

/** A graph as its elements, by keys that are equal where two graphs mean the same part. */
export type GraphElements = ReadonlyMap<string, GraphElement>;

export const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/**
 * Reads the elements of a graph from its definition language, whole or in part: an `extend type` gives its fields, and
 * types that are named need not be there. Descriptions and the order of things are no elements.
 */
export function graphElements(sdl: string): GraphElements {
  const elements = new Map<string, GraphElement>();
  if (sdl.trim() === '') return elements;
  const reader = new Reader(elements);
  for (const node of parse(sdl, { noLocation: true }).definitions) {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) reader.directive(node);
    else if (node.kind.endsWith('TypeDefinition') || node.kind.endsWith('TypeExtension')) reader.type(node as TypeNode);
  }
  return elements;
}

class Reader {
  constructor(readonly elements: Map<string, GraphElement>) {}

  type(node: TypeNode): void {
    const name = node.name.value;
    const [, shape = '', whole] = /^(Object|Interface|Union|Enum|InputObject|Scalar)Type(Definition)?/.exec(node.kind)!;
    if (whole) {
      this.elements.set(name, {
        kind: 'TYPE',
        coordinate: name,
        shape: shape.replace('InputObject', 'input').toLowerCase(),
        oneOf: node.directives?.some((directive) => directive.name.value === 'oneOf') ?? false,
        specifiedBy: argumentOf(node.directives, 'specifiedBy', 'url'),
      });
    }
    if ('interfaces' in node)
      for (const { name: other } of node.interfaces ?? []) this.#named('INTERFACE', name, other.value);
    if ('types' in node) for (const { name: other } of node.types ?? []) this.#named('UNION_MEMBER', name, other.value);
    if ('values' in node) {
      for (const value of node.values ?? []) {
        const coordinate = `${name}.${value.name.value}`;
        this.elements.set(coordinate, { kind: 'ENUM_VALUE', coordinate, parent: name, deprecated: reasonOf(value) });
      }
    }
    if ('fields' in node) {
      for (const field of node.fields ?? []) {
        if (field.kind === Kind.FIELD_DEFINITION) this.#field(name, field);
        else this.#input('INPUT_FIELD', `${name}.${field.name.value}`, name, field);
      }
    }
  }

  directive(node: DirectiveDefinitionNode): void {
    const coordinate = `@${node.name.value}`;
    this.elements.set(coordinate, { kind: 'DIRECTIVE', coordinate });
    for (const { value } of node.locations) this.#named('LOCATION', coordinate, value);
    for (const argument of node.arguments ?? []) {
      this.#input('ARGUMENT', `${coordinate}(${argument.name.value}:)`, coordinate, argument);
    }
  }

  #field(owner: string, field: FieldDefinitionNode): void {
    const coordinate = `${owner}.${field.name.value}`;
    this.elements.set(coordinate, {
      kind: 'FIELD',
      coordinate,
      parent: owner,
      type: print(field.type),
      deprecated: reasonOf(field),
    });
    for (const argument of field.arguments ?? []) {
      this.#input('ARGUMENT', `${coordinate}(${argument.name.value}:)`, coordinate, argument);
    }
  }

  #input(kind: 'ARGUMENT' | 'INPUT_FIELD', coordinate: string, parent: string, node: InputValueDefinitionNode): void {
    this.elements.set(coordinate, {
      kind,
      coordinate,
      parent,
      type: print(node.type),
      default: node.defaultValue && print(node.defaultValue),
      deprecated: reasonOf(node),
    });
  }

  #named(kind: 'INTERFACE' | 'UNION_MEMBER' | 'LOCATION', owner: string, name: string): void {
    this.elements.set(`${owner} ${kind} ${name}`, { kind, coordinate: owner, parent: owner, type: name });
  }
}

function reasonOf({ directives }: { readonly directives?: readonly ConstDirectiveNode[] }): string | undefined {
  const given = directives?.some(({ name }) => name.value === 'deprecated');
  return given ? (argumentOf(directives, 'deprecated', 'reason') ?? '') : undefined;
}

function argumentOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  directive: string,
  argument: string,
): string | undefined {
  const found = directives?.find(({ name }) => name.value === directive);
  const value = found?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value && (valueFromAST(value, GraphQLString) as string | undefined);
}
