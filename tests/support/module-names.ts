import type { GraphQLSchema } from 'graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isScalarType } from 'graphql';
import { parseGlobalId } from '../../src/kernel/graphql/global-id.js';
import type { Superset } from '../../src/kernel/graphql/superset.js';
import { type InstalledPlugin, type Registry, tableOf } from '../../src/kernel/plugin/registry.js';

/** A part of the graph that belongs to one module: `Type`, or `Type.member`. */
export interface GraphName {
  readonly type: string;
  readonly member?: string;
}

const known = new WeakMap<Superset, ReadonlyMap<string, GraphName[]>>();

/** Everything of the graph that a module has brought. */
export function graphNamesOf(superset: Superset, id: string): readonly GraphName[] {
  const byOwner = known.get(superset) ?? namesByOwner(superset);
  known.set(superset, byOwner);
  return byOwner.get(id) ?? [];
}

function namesByOwner({ schema, ownerOfType, ownerOfField }: Superset): ReadonlyMap<string, GraphName[]> {
  const byOwner = new Map<string, GraphName[]>();
  const add = (owner: string | null | undefined, name: GraphName): void => {
    if (owner == null) return;
    const names = byOwner.get(owner) ?? [];
    byOwner.set(owner, names);
    names.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type) || type.name.startsWith('__')) continue;
    add(ownerOfType(type.name), { type: type.name });
    for (const member of membersOf(schema, type.name)) {
      add(ownerOfField(type.name, member), { type: type.name, member });
    }
  }
  return byOwner;
}

/** Fields, input fields or values of a type. */
export function membersOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  const fields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? type.getFields() : {};
  return Object.keys(fields);
}

/** The keys of everything a plugin declares, and the texts it is called by. */
function declaredNames(plugin: InstalledPlugin): string[] {
  const tables: (object | undefined)[] = [
    plugin.permissions,
    plugin.roles,
    plugin.errors,
    plugin.events,
    plugin.nodes,
    plugin.consents,
    plugin.exports,
    plugin.openCases,
    plugin.settings?.shape,
    ...Object.values(plugin.attachments ?? {}).map(({ kinds }) => kinds),
    ...Object.values(plugin.enumValues ?? {}),
  ];
  const titled = [plugin.permissions, plugin.roles, plugin.consents, plugin.exports, plugin.jobs, plugin.openCases];
  return [
    plugin.id,
    plugin.title.zh,
    plugin.title.en,
    ...tables.flatMap((table) => Object.keys(table ?? {})),
    ...Object.keys(plugin.jobs ?? {}).map((job) => `${plugin.id}:${job}`),
    ...(plugin.entities ?? []).flatMap((entity) => [String(entity.meta.className), tableOf(entity)]),
    ...titled.flatMap((table) => Object.values(table ?? {}).flatMap(({ title }) => [title.zh, title.en])),
    ...Object.values(plugin.events ?? {}).flatMap(({ zh, en }) => [zh, en]),
  ];
}

/** Every name that the registry holds for a module, without those that the modules in `on` have as well. */
export function namesHeldFor(
  registry: Registry,
  superset: Superset,
  id: string,
  on: ReadonlySet<string>,
): ReadonlySet<string> {
  const namesOf = (plugin: InstalledPlugin) => [
    ...declaredNames(plugin),
    ...graphNamesOf(superset, plugin.id).map(({ type, member }) => member ?? type),
  ];
  const others = new Set(registry.within(on).flatMap(namesOf));
  return new Set(namesOf(registry.get(id)!).filter((name) => !others.has(name)));
}

/** Those of the names that stand in a text as words, also as the type inside a global id. */
export function namesIn(text: string, names: ReadonlySet<string>): string[] {
  const words = new Set(text.match(/[\p{L}\p{N}_]+(?:[-:. ’]+[\p{L}\p{N}_]+)*/gu) ?? []);
  const parts = new Set([...words].flatMap((word) => word.split(/[^\p{L}\p{N}_]+/u)));
  for (const part of [...parts]) {
    const type = part.length >= 20 ? parseGlobalId(part)?.type : undefined;
    if (type) parts.add(type);
  }
  return [...names].filter((name) => (/^\w+$/.test(name) ? parts.has(name) : text.includes(name)));
}
