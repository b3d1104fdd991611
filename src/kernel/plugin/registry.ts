import { OWN_ROLE_PREFIX } from '../access/permissions.js';
import { CONTRACT_VERSION, type PluginDefinition } from './define.js';
import { clashProblems } from './clashes.js';
import { inDependencyOrder } from './ordering.js';

/** A plugin in the registry. Core modules are always on; the others are switched per district. */
export interface InstalledPlugin extends PluginDefinition {
  readonly core: boolean;
}

/** Every problem found at boot, each naming who is concerned and how to cure it. */
export class RegistryError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The installed plugins do not fit together:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'RegistryError';
  }
}

/** What is installed in this process, in an order in which everything comes after what it requires. */
export class Registry {
  readonly #byId: ReadonlyMap<string, InstalledPlugin>;

  constructor(readonly plugins: readonly InstalledPlugin[]) {
    this.#byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  }

  get(id: string): InstalledPlugin | undefined {
    return this.#byId.get(id);
  }

  /** Plugins that a district can switch: everything installed that is not core. */
  get switchable(): readonly InstalledPlugin[] {
    return this.plugins.filter((plugin) => !plugin.core);
  }

  /** Core modules plus those of `enabled` whose requirements are enabled as well. */
  effective(enabled: ReadonlySet<string>): ReadonlySet<string> {
    const on = new Set<string>();
    for (const plugin of this.plugins) {
      const wanted = plugin.core || enabled.has(plugin.id);
      if (wanted && (plugin.requires ?? []).every((required) => on.has(required))) on.add(plugin.id);
    }
    return on;
  }

  /** The first value that a plugin gives for a key of one of its tables of definitions. */
  lookup<Section extends 'nodes' | 'permissions' | 'roles' | 'errors' | 'events'>(
    section: Section,
    key: string,
  ): NonNullable<PluginDefinition[Section]>[string] | undefined {
    for (const plugin of this.plugins) {
      const table = plugin[section] as Record<string, NonNullable<PluginDefinition[Section]>[string]> | undefined;
      if (table && Object.hasOwn(table, key)) return table[key];
    }
    return undefined;
  }
}

/**
 * Collects core modules and plugins.
 * Throws one {@link RegistryError} with every problem: identity, contract, dependencies and every kind of clash.
 */
export function createRegistry(core: readonly PluginDefinition[], plugins: readonly PluginDefinition[]): Registry {
  const installed: InstalledPlugin[] = [
    ...core.map((plugin) => ({ ...plugin, core: true })),
    ...plugins.map((plugin) => ({ ...plugin, core: false })),
  ];
  const problems = [...installed.flatMap(identityProblems), ...clashProblems(installed)];
  const { ordered, problems: orderProblems } = inDependencyOrder(installed);
  problems.push(...orderProblems);
  if (problems.length > 0) throw new RegistryError(problems);
  return new Registry(ordered);
}

function identityProblems(plugin: InstalledPlugin): string[] {
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(plugin.id)) {
    problems.push(`plugin '${plugin.id}': the id must be kebab-case (a-z, 0-9, -); rename it.`);
  }
  if (plugin.contract !== CONTRACT_VERSION) {
    problems.push(
      `plugin '${plugin.id}' is written for contract ${plugin.contract}, this platform speaks ${CONTRACT_VERSION}; ` +
        'install a version of the plugin made for this contract.',
    );
  }
  const prefix = tablePrefix(plugin.id);
  for (const entity of plugin.entities ?? []) {
    const table = tableOf(entity);
    if (!plugin.core && !table.startsWith(prefix)) {
      problems.push(`plugin '${plugin.id}': table '${table}' must begin with '${prefix}'; rename the table.`);
    }
  }
  for (const permission of Object.keys(plugin.permissions ?? {})) {
    if (!/^[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*$/.test(permission)) {
      problems.push(`plugin '${plugin.id}': permission '${permission}' must be noun:verb; rename it.`);
    }
  }
  for (const role of Object.keys(plugin.roles ?? {})) {
    if (!role.startsWith(OWN_ROLE_PREFIX)) continue;
    problems.push(
      `plugin '${plugin.id}': role '${role}' begins with '${OWN_ROLE_PREFIX}', as those that districts make do; rename it.`,
    );
  }
  const defaults = plugin.settings?.safeParse({});
  if (defaults && !defaults.success) {
    problems.push(
      `plugin '${plugin.id}': every setting needs a default (${defaults.error.issues[0]?.path.join('.')}).`,
    );
  }
  return problems;
}

/** Prefix of all tables of a plugin: its id with underscores. */
export function tablePrefix(id: string): string {
  return `${id.replaceAll('-', '_')}_`;
}

/** Name of the table behind an entity. */
export function tableOf(entity: NonNullable<PluginDefinition['entities']>[number]): string {
  return entity.meta.tableName ?? entity.meta.collection ?? '';
}
