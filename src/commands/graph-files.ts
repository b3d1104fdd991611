import { readFile } from 'node:fs/promises';
import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import {
  type Changelog,
  type ChangelogEntry,
  historyOf,
  type RecordedChange,
  readChangelog,
  recorded,
} from '../kernel/graphql/history/changelog.js';
import { graphChanges } from '../kernel/graphql/history/changes.js';
import { graphElements } from '../kernel/graphql/history/graph-elements.js';
import { type OwnedGraph, type Owners, ownerChanges, ownersOf } from '../kernel/graphql/history/owners.js';
import { printSuperset } from '../kernel/graphql/print.js';
import { buildSuperset } from '../kernel/graphql/superset.js';
import type { Registry } from '../kernel/plugin/registry.js';
import { bundledPlugins } from '../plugins/index.js';
import { committedVersions } from './schema-versions.js';

export const SCHEMA = 'schema.graphql';
export const RELEASED = 'schema.released.graphql';
export const OWNERS = 'schema.released.owners.json';
export const CHANGELOG = 'schema.changelog.json';

/** A graph in its definition language, with the owners of its parts. */
export interface PrintedGraph extends OwnedGraph {
  readonly sdl: string;
}

/** The graph of what comes with the platform, and the registry that it was made from. */
export interface BundledGraph extends PrintedGraph {
  readonly registry: Registry;
}

/** The graph of what comes with the platform; plugins from outside promise their own. */
export async function bundledGraph(): Promise<BundledGraph> {
  const registry = await installedRegistry(readConfig(), bundledPlugins);
  const superset = buildSuperset(registry);
  const sdl = printSuperset(superset);
  return { registry, sdl, elements: graphElements(sdl), owners: ownersOf(superset) };
}

/** What was released, from the files in the working folder. */
export async function releasedGraph(): Promise<PrintedGraph> {
  const sdl = await readFile(RELEASED, 'utf8');
  return { sdl, elements: graphElements(sdl), owners: JSON.parse(await readFile(OWNERS, 'utf8')) as Owners };
}

/** Everything in which the graph differs from the released one, with the plugin of each change. */
export function changesSince(released: PrintedGraph, graph: BundledGraph): RecordedChange[] {
  const changes = [
    ...graphChanges(released.elements, graph.elements),
    ...ownerChanges(released, graph, graph.registry),
  ];
  return recorded(changes, released.owners, graph.owners);
}

/** The changelog with the history that the file has. It needs no git, so that any clone can tell whether it is stale. */
export async function currentChangelog(graph: BundledGraph): Promise<Changelog> {
  const text = await readFile(CHANGELOG, 'utf8').catch(() => '');
  return { ...readChangelog(text), unreleased: changesSince(await releasedGraph(), graph) };
}

/**
 * The history of the graph from git, with what is not committed yet as the newest entry.
 * Throws when git does not have the whole of it.
 */
export async function historyFromGit(graph: BundledGraph, now: Date): Promise<ChangelogEntry[]> {
  const versions = await committedVersions('.', SCHEMA, OWNERS);
  return historyOf([...versions, { commit: null, at: now.toISOString(), sdl: graph.sdl, owners: graph.owners }]);
}
