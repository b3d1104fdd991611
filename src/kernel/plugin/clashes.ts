import { schemaClashProblems } from './schema-ownership.js';
import { type InstalledPlugin, tableOf } from './registry.js';
import { migrationNames } from '../database/migration-files.js';

/** Everything that two owners must not both claim, and how to find it in a declaration. */
const claims: Readonly<Record<string, (plugin: InstalledPlugin) => readonly string[]>> = {
  'plugin id': (plugin) => [plugin.id],
  table: (plugin) => (plugin.entities ?? []).map(tableOf),
  entity: (plugin) => (plugin.entities ?? []).map((entity) => String(entity.meta.className)),
  permission: (plugin) => Object.keys(plugin.permissions ?? {}),
  role: (plugin) => Object.keys(plugin.roles ?? {}),
  'error code': (plugin) => Object.keys(plugin.errors ?? {}),
  event: (plugin) => Object.keys(plugin.events ?? {}),
  node: (plugin) => Object.keys(plugin.nodes ?? {}),
  'purpose of consent': (plugin) => Object.keys(plugin.consents ?? {}),
  'kind of attachment': (plugin) =>
    Object.entries(plugin.attachments ?? {}).flatMap(([type, { kinds }]) =>
      Object.keys(kinds).map((kind) => `${type}.${kind}`),
    ),
  'person of attachments': (plugin) =>
    Object.entries(plugin.attachments ?? {}).flatMap(([type, { person }]) => (person ? [type] : [])),
  'list for export': (plugin) => Object.keys(plugin.exports ?? {}),
  'kind of open case': (plugin) => Object.keys(plugin.openCases ?? {}),
  migration: (plugin) => migrationNames(plugin),
};

/** Everything claimed twice, naming both claimants, and every reference to something that nobody declares. */
export function clashProblems(installed: readonly InstalledPlugin[]): string[] {
  const problems: string[] = [];
  for (const [kind, namesOf] of Object.entries(claims)) {
    const owners = new Map<string, string>();
    for (const plugin of installed) {
      for (const name of namesIn(plugin, namesOf, problems)) {
        const owner = owners.get(name);
        if (owner === undefined) owners.set(name, plugin.id);
        else
          problems.push(`${kind} '${name}' is claimed by '${owner}' and by '${plugin.id}'; rename it in one of them.`);
      }
    }
  }
  return [...problems, ...danglingReferences(installed), ...schemaClashProblems(installed)];
}

/** The names of a plugin; a folder of migrations that is not as agreed is a problem like any other. */
function namesIn(
  plugin: InstalledPlugin,
  namesOf: (plugin: InstalledPlugin) => readonly string[],
  problems: string[],
): readonly string[] {
  try {
    return namesOf(plugin);
  } catch (error) {
    problems.push(`plugin '${plugin.id}': ${(error as Error).message}`);
    return [];
  }
}

function danglingReferences(installed: readonly InstalledPlugin[]): string[] {
  const roles = new Set(installed.flatMap((plugin) => Object.keys(plugin.roles ?? {})));
  const events = new Set(installed.flatMap((plugin) => Object.keys(plugin.events ?? {})));
  const nodes = new Set(installed.flatMap((plugin) => Object.keys(plugin.nodes ?? {})));
  return installed.flatMap((plugin) => [
    ...Object.entries(plugin.permissions ?? {}).flatMap(([permission, { grantedTo }]) =>
      grantedTo
        .filter((role) => !roles.has(role))
        .map((role) => `plugin '${plugin.id}' grants '${permission}' to the role '${role}', which nobody declares.`),
    ),
    ...Object.keys(plugin.handles ?? {})
      .filter((event) => !events.has(event))
      .map((event) => `plugin '${plugin.id}' handles the event '${event}', which nobody emits.`),
    ...Object.keys(plugin.attachments ?? {})
      .filter((type) => !nodes.has(type))
      .map((type) => `plugin '${plugin.id}' attaches files to '${type}', which is no node of anybody.`),
  ]);
}
