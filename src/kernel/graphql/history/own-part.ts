import { type DefinitionNode, Kind, parse, print } from 'graphql';
import { printSorted } from '../print.js';
import type { Superset } from '../superset.js';

/**
 * What one plugin brings to the graph, in the definition language: its types, and what it adds to those of others as
 * `extend type`. It is what a plugin from outside promises to callers, in a file of its own.
 */
export function ownPart(superset: Superset, plugin: string): string {
  const parts = parse(printSorted(superset.schema), { noLocation: true }).definitions.flatMap((definition) => {
    const part = reduced(definition, superset, plugin);
    return part ? [print(part)] : [];
  });
  return `${parts.join('\n\n')}\n`;
}

/** A definition with the fields or values that the plugin brought; nothing where it brought neither them nor the type. */
function reduced(definition: DefinitionNode, superset: Superset, plugin: string): DefinitionNode | undefined {
  if (!definition.kind.endsWith('TypeDefinition') || !('name' in definition)) return undefined;
  const name = definition.name!.value;
  const owned = <Member extends { readonly name: { readonly value: string } }>(members: readonly Member[] = []) =>
    members.filter((member) => superset.ownerOfField(name, member.name.value) === plugin);
  const members = {
    ...('fields' in definition && { fields: owned<NonNullable<typeof definition.fields>[number]>(definition.fields) }),
    ...('values' in definition && { values: owned(definition.values) }),
  };
  if (superset.ownerOfType(name) === plugin) return { ...definition, ...members } as DefinitionNode;
  if (!members.fields?.length && !members.values?.length) return undefined;
  const kind = definition.kind.replace(/Definition$/, 'Extension') as Kind;
  return { kind, name: definition.name, ...members } as DefinitionNode;
}
