import { OWN_ROLE_PREFIX } from '../access/permissions.js';
import { settingProblems } from '../settings/problems.js';
import { settingsResolver } from '../settings/settings-graph.js';
import { CONTRACT_VERSION, type PluginDefinition } from './define.js';
import { clashProblems } from './clashes.js';
import { namesOf } from './names.js';
import { inDependencyOrder } from './ordering.js';
import { type SchemaOwnership, schemaOwnership } from './schema-ownership.js';

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

interface Sections {
  nodes: never;
  permissions: never;
  roles: never;
  errors: never;
  events: never;
  consents: never;
  exports: never;
}
/** Parts of a declaration whose keys belong to one plugin each. */
export type Section = keyof Sections;
/** What stands under one key of such a part. */
export type Definition<Of extends Section> = NonNullable<PluginDefinition[Of]>[string];

/** Sets of modules that are told apart; of more, the oldest are met anew as other objects. */
const MAX_SETS = 1_000;

/** What is installed in this process, in an order in which everything comes after what it requires. */
export class Registry {
  readonly #byId: ReadonlyMap<string, InstalledPlugin>;
  readonly #owners = new Map<Section, ReadonlyMap<string, InstalledPlugin>>();
  readonly #sets = new Map<string, ReadonlySet<string>>();
  readonly #within = new WeakMap<ReadonlySet<string>, readonly InstalledPlugin[]>();
  readonly #outside = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
  #ownership: SchemaOwnership | undefined;
  #names: ReadonlyMap<InstalledPlugin, ReadonlySet<string>> | undefined;
  /** Plugins that a district can switch: everything installed that is not core. */
  readonly switchable: readonly InstalledPlugin[];
  /** Ids of the core modules: what exists for a caller without a district. */
  readonly core: ReadonlySet<string>;

  constructor(readonly plugins: readonly InstalledPlugin[]) {
    this.#byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
    this.switchable = plugins.filter((plugin) => !plugin.core);
    this.core = this.effective(new Set());
  }

  get(id: string): InstalledPlugin | undefined {
    return this.#byId.get(id);
  }

  /**
   * Core modules plus those of `enabled` whose requirements are enabled as well. The same modules are the same object,
   * so that what is derived from a set can be remembered by it.
   */
  effective(enabled: ReadonlySet<string>): ReadonlySet<string> {
    const on = this.complete(enabled);
    const key = [...on].join(' ');
    const known = this.#sets.get(key);
    if (known) return known;
    const oldest = this.#sets.size >= MAX_SETS ? this.#sets.keys().next().value : undefined;
    if (oldest !== undefined) this.#sets.delete(oldest);
    this.#sets.set(key, on);
    return on;
  }

  /** The modules of {@link effective}, for looking back: sets of the past are not remembered in place of present ones. */
  complete(enabled: ReadonlySet<string>): ReadonlySet<string> {
    const on = new Set<string>();
    for (const plugin of this.plugins) {
      const wanted = plugin.core || enabled.has(plugin.id);
      if (wanted && (plugin.requires ?? []).every((required) => on.has(required))) on.add(plugin.id);
    }
    return on;
  }

  /** The installed plugins among these modules, in order. */
  within(modules: ReadonlySet<string>): readonly InstalledPlugin[] {
    let found = this.#within.get(modules);
    if (!found) {
      found = this.plugins.filter(({ id }) => modules.has(id));
      this.#within.set(modules, found);
    }
    return found;
  }

  /** Who brought which part of the graph. */
  get ownership(): SchemaOwnership {
    this.#ownership ??= schemaOwnership(this.plugins);
    return this.#ownership;
  }

  /**
   * Names that only plugins outside these modules bring: of types, permissions, roles, entities, tables, events and all
   * else that may stand in rows of before. Nobody may find them in an answer to a district of these modules.
   */
  namesOutside(modules: ReadonlySet<string>): ReadonlySet<string> {
    let found = this.#outside.get(modules);
    if (!found) {
      // Taken together once: each look at one plugin's goes through everything that all of them brought.
      this.#names ??= new Map(this.plugins.map((plugin) => [plugin, namesOf(plugin, this.ownership)]));
      const names = new Set<string>();
      for (const [{ id }, own] of this.#names) if (!modules.has(id)) for (const name of own) names.add(name);
      for (const plugin of this.within(modules)) for (const name of this.#names.get(plugin)!) names.delete(name);
      found = names;
      this.#outside.set(modules, found);
    }
    return found;
  }

  /** The definition of a key, whoever declares it, and whether or not anybody has it switched on. */
  lookup<Of extends Section>(section: Of, key: string): Definition<Of> | undefined {
    return this.ownerOf(section, key)?.[section]?.[key] as Definition<Of> | undefined;
  }

  /** The plugin that declares a key: no two do (clashes are refused at boot). */
  ownerOf(section: Section, key: string): InstalledPlugin | undefined {
    return this.#ownersOf(section).get(key);
  }

  keysOf(section: Section): string[] {
    return [...this.#ownersOf(section).keys()];
  }

  #ownersOf(section: Section): ReadonlyMap<string, InstalledPlugin> {
    let owners = this.#owners.get(section);
    if (!owners) {
      owners = new Map(
        this.plugins.flatMap((plugin) => Object.keys(plugin[section] ?? {}).map((name) => [name, plugin] as const)),
      );
      this.#owners.set(section, owners);
    }
    return owners;
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
  ].map(withSettingsInTheGraph);
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
  const { id, settings } = plugin;
  return settings ? [...problems, ...settingProblems({ id, settings })] : problems;
}

/** A plugin's settings are part of its graph without its doing; those that do not fit are reported and nothing else. */
function withSettingsInTheGraph(plugin: InstalledPlugin): InstalledPlugin {
  const { id, title, settings } = plugin;
  if (!settings || settingProblems({ id, settings }).length > 0) return plugin;
  return { ...plugin, resolvers: [...(plugin.resolvers ?? []), settingsResolver({ id, title, settings })] };
}

/** Prefix of all tables of a plugin: its id with underscores. */
export function tablePrefix(id: string): string {
  return `${id.replaceAll('-', '_')}_`;
}

/** Name of the table behind an entity. */
export function tableOf(entity: NonNullable<PluginDefinition['entities']>[number]): string {
  return entity.meta.tableName ?? entity.meta.collection ?? '';
}
