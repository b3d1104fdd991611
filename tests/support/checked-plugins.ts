import type { PluginDefinition } from '../../src/kernel/plugin/define.js';

/** While `lianxin plugin check` runs, jest.config.js puts the plugins that it installs in the place of this file. */
export default [] as readonly PluginDefinition[];
