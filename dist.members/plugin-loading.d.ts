import type { PluginDefinition } from './kernel/index.js';
/** Loads plugins named in the configuration: packages of `node_modules`, or paths of modules. */
export declare function loadPlugins(names: readonly string[]): Promise<PluginDefinition[]>;
