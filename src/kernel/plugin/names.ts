import type { SchemaOwnership } from './schema-ownership.js';
import { type InstalledPlugin, tableOf } from './registry.js';

/** Names that a plugin alone brings and that may stand in stored rows: what its districts know it by. */
export function namesOf(plugin: InstalledPlugin, { members, types }: SchemaOwnership): Set<string> {
  const { id } = plugin;
  const keys = (table: object | undefined): string[] => Object.keys(table ?? {});
  const owned = [...members].flatMap(([coordinate, owner]) => (owner === id ? [coordinate] : []));
  return new Set([
    id,
    `Settings:${id}`,
    ...(plugin.entities ?? []).flatMap((entity) => [String(entity.meta.className), tableOf(entity)]),
    ...keys(plugin.nodes),
    ...keys(plugin.permissions),
    ...keys(plugin.roles),
    ...keys(plugin.errors),
    ...keys(plugin.events),
    ...keys(plugin.consents),
    ...keys(plugin.exports),
    ...keys(plugin.openCases),
    ...Object.values(plugin.attachments ?? {}).flatMap(({ kinds }) => keys(kinds)),
    ...keys(plugin.jobs).map((job) => `${id}:${job}`),
    ...Object.values(plugin.enumValues ?? {}).flatMap(keys),
    ...[...types.values()].flatMap((type) => (type.owner === id ? [type.name] : [])),
    ...owned,
    // Operations stand in the audit by the names of their root fields.
    ...owned.flatMap((coordinate) =>
      /^(Query|Mutation|Subscription)\./.test(coordinate) ? [coordinate.split('.')[1]!] : [],
    ),
  ]);
}
