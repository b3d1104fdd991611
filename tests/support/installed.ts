import 'reflect-metadata';
import { kernelPlugin } from '../../src/kernel/kernel-plugin.js';
import type { PluginDefinition } from '../../src/kernel/plugin/define.js';
import { createRegistry, type Registry } from '../../src/kernel/plugin/registry.js';
import { coreModules } from '../../src/modules/index.js';
import { bundledPlugins } from '../../src/plugins/index.js';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';
import checked from './checked-plugins.js';

/** The kernel's own part and the core modules. */
export const core: readonly PluginDefinition[] = [kernelPlugin, ...coreModules];

/** Plugins that come with the platform, the one that only tests have, and the one that is checked with what it requires. */
export const plugins: readonly PluginDefinition[] = [...bundledPlugins, readingCircle, ...checked];

/** Everything that the contract is checked on. */
export function everything(): Registry {
  return createRegistry(core, plugins);
}
