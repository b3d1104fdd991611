import { type PluginDefinition } from './define.js';
/** A plugin in the registry. Core modules are always on; the others are switched per district. */
export interface InstalledPlugin extends PluginDefinition {
    readonly core: boolean;
}
/** Every problem found at boot, each naming who is concerned and how to cure it. */
export declare class RegistryError extends Error {
    readonly problems: readonly string[];
    constructor(problems: readonly string[]);
}
/** What is installed in this process, in an order in which everything comes after what it requires. */
export declare class Registry {
    #private;
    readonly plugins: readonly InstalledPlugin[];
    constructor(plugins: readonly InstalledPlugin[]);
    get(id: string): InstalledPlugin | undefined;
    /** Plugins that a district can switch: everything installed that is not core. */
    get switchable(): readonly InstalledPlugin[];
    /** Core modules plus those of `enabled` whose requirements are enabled as well. */
    effective(enabled: ReadonlySet<string>): ReadonlySet<string>;
    /** The first value that a plugin gives for a key of one of its tables of definitions. */
    lookup<Section extends 'nodes' | 'permissions' | 'roles' | 'errors' | 'events'>(section: Section, key: string): NonNullable<PluginDefinition[Section]>[string] | undefined;
}
/**
 * Collects core modules and plugins.
 * Throws one {@link RegistryError} with every problem: identity, contract, dependencies and every kind of clash.
 */
export declare function createRegistry(core: readonly PluginDefinition[], plugins: readonly PluginDefinition[]): Registry;
/** Prefix of all tables of a plugin: its id with underscores. */
export declare function tablePrefix(id: string): string;
/** Name of the table behind an entity. */
export declare function tableOf(entity: NonNullable<PluginDefinition['entities']>[number]): string;
