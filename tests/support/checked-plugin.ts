import type { PluginDefinition } from '../../src/kernel/plugin/define.js';

/** While `lianxin plugin check` runs, jest.config.js puts the plugin that is checked in the place of this file. */
export default undefined as PluginDefinition | undefined;
