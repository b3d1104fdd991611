import type { InstalledPlugin, Registry } from '../kernel/plugin/registry.js';
import { tableOf } from '../kernel/plugin/registry.js';

/** Rows that go with a plugin: all of a table of its own, or those of a table of the core that are about it. */
export interface Belonging {
  readonly table: string;
  /** Condition in SQL, with the parameters of {@link values}; none for a table of its own. */
  readonly where?: string;
  readonly values?: readonly unknown[];
  /** Expression for the key under which the content of a row is stored outside the database; null where none is. */
  readonly contentKey?: string;
}

/** What the kernel and the core keep about every module, by its id. */
const BY_MODULE = [
  'module_decisions',
  'module_settings',
  'module_turns',
  'parked_jobs',
  'operation_uses',
  'stand_asides',
  'demo_seeds',
];

/** Everything that a purge takes away, tables of the plugin first. */
export function belongingsOf(plugin: InstalledPlugin): Belonging[] {
  const kinds = Object.entries(plugin.attachments ?? {}).flatMap(([type, owner]) =>
    Object.keys(owner.kinds).map((kind) => `${type}.${kind}`),
  );
  const owners = Object.keys(plugin.nodes ?? {});
  return [
    ...(plugin.entities ?? []).map((entity) => ({ table: tableOf(entity) })),
    {
      table: 'attachments',
      where: `owner_type || '.' || kind = any($1::text[]) or owner_type = any($2::text[])`,
      values: [kinds, owners],
      contentKey: 'case when stored_at is not null then storage_key end',
    },
    {
      table: 'exports',
      where: 'list = any($1::text[])',
      values: [Object.keys(plugin.exports ?? {})],
      contentKey: `case when status = 'READY' then storage_key end`,
    },
    ...BY_MODULE.map((table) => ({ table, where: 'module = $1', values: [plugin.id] })),
  ];
}

/** The plugin of that id when it can be purged. Errors: unknown, core, or required by another that is installed. */
export function purgeable(registry: Registry, id: string): InstalledPlugin {
  const plugin = registry.get(id);
  if (!plugin) {
    throw new Error(`'${id}' is not installed, so nobody can say which data is its own; name it in LIANXIN_PLUGINS.`);
  }
  if (plugin.core) throw new Error(`'${id}' belongs to the core, which is not taken away.`);
  const requiring = registry.plugins.filter(({ requires }) => requires?.includes(id)).map((other) => other.id);
  if (requiring.length > 0) {
    throw new Error(`'${id}' is required by ${requiring.join(', ')}; purge and uninstall what requires it first.`);
  }
  return plugin;
}
