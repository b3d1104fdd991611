import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { kernelPlugin } from '../../kernel-plugin.js';
import type { Registry } from '../../plugin/registry.js';
import type { Superset } from '../superset.js';
import type { GraphChange } from './changes.js';
import type { GraphElements } from './graph-elements.js';

/**
 * Who brought which part of a graph: schema coordinate -> plugin. What is not named belongs to the plugin of what it is
 * part of: an argument to that of its field, a field to that of its type. The roots are nobody's, each of their fields
 * somebody's.
 */
export type Owners = Readonly<Record<string, string>>;

/** The owners of everything in a superset, sorted by coordinate. */
export function ownersOf(superset: Superset): Owners {
  const owners = new Map<string, string>();
  for (const type of Object.values(superset.schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    // The builder's store does not know the scalars; they are the kernel's.
    const owner = superset.ownerOfType(type.name) ?? (isScalarType(type) ? kernelPlugin.id : undefined);
    if (owner) owners.set(type.name, owner);
    for (const part of partsOf(type)) {
      const other = superset.ownerOfField(type.name, part);
      if (other && other !== owner) owners.set(`${type.name}.${part}`, other);
    }
  }
  return Object.fromEntries([...owners].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function partsOf(type: unknown): string[] {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.keys(type.getFields());
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

/** Plugin behind a coordinate; `undefined` for one that the map does not know. */
export function ownerIn(owners: Owners, coordinate: string): string | undefined {
  const field = coordinate.replace(/\(.*$/, '');
  return owners[field] ?? owners[field.replace(/\..*$/, '')];
}

/** A graph with the owners of its parts. */
export interface OwnedGraph {
  readonly elements: GraphElements;
  readonly owners: Owners;
}

/**
 * What is in both graphs and has gone over to another plugin. That is BREAKING unless every district that had it has it
 * still: when the new owner is core, or is required by the old one.
 */
export function ownerChanges(before: OwnedGraph, after: OwnedGraph, registry: Registry): GraphChange[] {
  const moved = (coordinate: string): readonly [from: string, to: string] | undefined => {
    const [from, to] = [ownerIn(before.owners, coordinate), ownerIn(after.owners, coordinate)];
    return from && to && from !== to ? [from, to] : undefined;
  };
  return [...before.elements].flatMap(([key, { kind, coordinate, parent }]): GraphChange[] => {
    const move = after.elements.has(key) && kind !== 'UNION_MEMBER' && kind !== 'INTERFACE' && moved(coordinate);
    if (!move) return [];
    // Said once, for the type, where its fields went along.
    if (parent && moved(parent)?.join() === move.join()) return [];
    const [from, to] = move;
    const severity = isOnWith(to, from, registry) ? 'SAFE' : 'BREAKING';
    return [{ kind: 'OWNER_CHANGED', severity, coordinate, from, to }];
  });
}

/** Whether a district that has one plugin on always has the other on too. */
export function isOnWith(id: string, other: string, registry: Registry): boolean {
  if (id === other || registry.get(id)?.core) return true;
  return (registry.get(other)?.requires ?? []).some((required) => isOnWith(id, required, registry));
}
