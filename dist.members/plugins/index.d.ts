import type { PluginDefinition } from '../kernel/index.js';
/** Plugins that come with the platform; each district switches them on or leaves them off. */
export declare const bundledPlugins: readonly PluginDefinition[];
