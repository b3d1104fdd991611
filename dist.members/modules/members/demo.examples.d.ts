import type { PluginDefinition } from '../../kernel/index.js';
/** Operations that open in the explorer. */
export declare const examples: NonNullable<NonNullable<PluginDefinition['demo']>['examples']>;
