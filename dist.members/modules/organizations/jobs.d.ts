import type { PluginDefinition } from '../../kernel/index.js';
export declare const jobs: NonNullable<PluginDefinition['jobs']>;
