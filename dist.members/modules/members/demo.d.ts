import type { PluginDefinition } from '../../kernel/index.js';
export declare const demo: PluginDefinition['demo'];
