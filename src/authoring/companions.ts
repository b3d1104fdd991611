import { realpath } from 'node:fs/promises';
import type { Config } from '../config.js';
import type { PluginDefinition } from '../kernel/index.js';
import { entryNamed, loadPlugins } from '../plugin-loading.js';

/** A plugin that is installed beside the one that an author holds against the rules. */
export interface Companion {
  readonly plugin: PluginDefinition;
  /** Its compiled entry, an absolute path. */
  readonly entry: string;
}

/**
 * The plugins named in the configuration, seen from the folder of the call, without the one that is looked at: what it
 * requires has to be among them, or bundled. Errors: a PluginLoadError for one that cannot be had.
 */
export async function companionsOf({ plugins: names, calledFrom }: Config, id: string): Promise<readonly Companion[]> {
  const plugins = await loadPlugins(names, calledFrom);
  const found = await Promise.all(
    names.map(async (name, at) => ({
      plugin: plugins[at]!,
      entry: await realpath(await entryNamed(name, calledFrom)),
    })),
  );
  return found.filter(({ plugin }) => plugin.id !== id);
}
