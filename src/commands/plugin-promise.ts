import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { installedRegistry } from '../app.js';
import { companionsOf } from '../authoring/companions.js';
import { readConfig } from '../config.js';
import { type RecordedChange, recorded } from '../kernel/graphql/history/changelog.js';
import { graphChanges } from '../kernel/graphql/history/changes.js';
import { type GraphElements, graphElements } from '../kernel/graphql/history/graph-elements.js';
import { ownPart } from '../kernel/graphql/history/own-part.js';
import { buildSuperset } from '../kernel/graphql/superset.js';
import { loadPlugins } from '../plugin-loading.js';
import { bundledPlugins } from '../plugins/index.js';
import { RELEASED } from './graph-files.js';

interface PluginGraph {
  readonly id: string;
  /** What the plugin brings to the graph. */
  readonly sdl: string;
  /** Where it keeps what it has released. */
  readonly file: string;
}

/** Writes what a plugin from outside brings to the graph into its folder: its callers may rely on it from now on. */
export async function releasePlugin(path: string): Promise<void> {
  const { sdl, file } = await graphOfPlugin(path);
  await writeFile(file, sdl);
}

/** What has changed in the plugin's part of the graph since it was released. Throws when it never was, unless it is new. */
export async function changesOfPlugin(
  path: string,
  age?: 'new',
): Promise<{ changes: RecordedChange[]; released: GraphElements }> {
  const { id, sdl, file } = await graphOfPlugin(path);
  const text = await readFile(file, 'utf8').catch(() => {
    if (age === 'new') return '';
    throw new Error(`${file} is not there; write it with 'lianxin schema release --plugin ${path}'.`);
  });
  const released = graphElements(text);
  const changes = recorded(graphChanges(released, graphElements(sdl)), {}, {}).map((change) => ({
    ...change,
    plugin: id,
  }));
  return { changes, released };
}

/** The plugin's part of the graph, built with everything bundled and with the plugins named in the configuration. */
async function graphOfPlugin(given: string): Promise<PluginGraph> {
  const config = readConfig();
  const path = resolve(config.calledFrom, given);
  const [plugin] = await loadPlugins([path]);
  const others = await companionsOf(config, plugin!.id);
  const registry = await installedRegistry(config, [
    ...bundledPlugins,
    ...others.map((other) => other.plugin),
    plugin!,
  ]);
  const sdl = ownPart(buildSuperset(registry), plugin!.id);
  return { id: plugin!.id, sdl, file: join(packageFolder(path), RELEASED) };
}

/** The folder of the package that an absolute path leads into; that of the file where there is no package. */
function packageFolder(path: string): string {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return dirname(path);
}
