import type { PluginDefinition } from '../../kernel/index.js';
export const demo: PluginDefinition['demo'] = {};
