import type { PluginDefinition } from '../kernel/index.js';
/** The core: always on, in every district. */
export declare const coreModules: readonly PluginDefinition[];
