import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** One part of the graph that an operation names, by its schema coordinate, as `Member.readingCircles`. */
export interface NamedPart {
  readonly coordinate: string;
  /** Type it stands in, or that it is. */
  readonly type: string;
  /** Field, input field or enum value; `undefined` for the type itself. */
  readonly member: string | undefined;
  readonly deprecated: boolean;
}

/**
 * Types, fields, arguments, input fields and enum values that an operation names, fragments included, each part once.
 * What stands in the values of variables is not named by the operation. Each fragment is looked at once; the document
 * must have been validated on this schema.
 */
export function namedParts(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly NamedPart[] {
  const found = new Map<string, NamedPart>();
  const add = (coordinate: string, type: string, member?: string, deprecated = false): void => {
    if (!found.has(coordinate)) found.set(coordinate, { coordinate, type, member, deprecated });
  };
  const fragments = new Map(
    document.definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [])),
  );
  const waiting: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation];
  const info = new TypeInfo(schema);

  const visitor = visitWithTypeInfo(info, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (fragment) waiting.push(fragment);
      fragments.delete(name.value);
    },
    NamedType({ name }) {
      add(name.value, name.value);
    },
    Field({ name }) {
      const [parent, field] = [info.getParentType(), info.getFieldDef()];
      if (!parent || !field || name.value.startsWith('__')) return;
      add(`${parent.name}.${field.name}`, parent.name, field.name, field.deprecationReason != null);
    },
    Argument() {
      const [parent, field, argument] = [info.getParentType(), info.getFieldDef(), info.getArgument()];
      if (!parent || !field || argument?.deprecationReason == null) return;
      add(`${parent.name}.${field.name}(${argument.name}:)`, parent.name, field.name, true);
    },
    ObjectField({ name }) {
      const parent = getNamedType(info.getParentInputType());
      if (!isInputObjectType(parent)) return;
      const field = parent.getFields()[name.value];
      if (field) add(`${parent.name}.${field.name}`, parent.name, field.name, field.deprecationReason != null);
    },
    EnumValue() {
      const [type, value] = [getNamedType(info.getInputType()), info.getEnumValue()];
      if (type && value) add(`${type.name}.${value.name}`, type.name, value.name, value.deprecationReason != null);
    },
  });
  for (const part of waiting) visit(part, visitor);
  return [...found.values()];
}
