import type { PluginDefinition } from '../kernel/index.js';

/** Plugins that come with the platform; each district switches them on or leaves them off. */
export const bundledPlugins: readonly PluginDefinition[] = [];
