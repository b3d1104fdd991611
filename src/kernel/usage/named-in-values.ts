import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { NamedPart } from './named-parts.js';

/** A variable of an operation, with its type on one schema. */
export interface WatchedVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** Variables in whose values a part may be named for which `wanted` holds; mostly none. */
export function watchedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  wanted: (part: NamedPart) => boolean,
): readonly WatchedVariable[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type as never);
    return isInputType(type) && mayName(type, wanted, new Set())
      ? [{ name: definition.variable.name.value, type }]
      : [];
  });
}

function mayName(type: GraphQLInputType, wanted: (part: NamedPart) => boolean, seen: Set<unknown>): boolean {
  const named = getNamedType(type);
  if (seen.has(named)) return false;
  seen.add(named);
  if (isEnumType(named)) return named.getValues().some((value) => wanted(partOf(named.name, value)));
  if (!isInputObjectType(named)) return false;
  return Object.values(named.getFields()).some(
    (field) => wanted(partOf(named.name, field)) || mayName(field.type, wanted, seen),
  );
}

/**
 * Calls `found` with every input field and enum value in a value of a variable, which need not fit its type. However deep
 * a caller nests it, nothing is called within itself.
 */
export function namedInValue(type: GraphQLInputType, value: unknown, found: (part: NamedPart) => void): void {
  const waiting: { readonly type: GraphQLInputType; readonly value: unknown }[] = [{ type, value }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const named = getNamedType(next.type);
    const given = next.value;
    if (Array.isArray(given)) {
      for (const item of given) waiting.push({ type: named, value: item });
    } else if (isEnumType(named)) {
      const entry = typeof given === 'string' ? named.getValue(given) : undefined;
      if (entry) found(partOf(named.name, entry));
    } else if (isInputObjectType(named) && typeof given === 'object' && given !== null) {
      const fields = named.getFields();
      for (const [name, inner] of Object.entries(given)) {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (!field) continue;
        found(partOf(named.name, field));
        waiting.push({ type: field.type, value: inner });
      }
    }
  }
}

function partOf(type: string, { name, deprecationReason }: { name: string; deprecationReason?: unknown }): NamedPart {
  return { coordinate: `${type}.${name}`, type, member: name, deprecated: deprecationReason != null };
}
