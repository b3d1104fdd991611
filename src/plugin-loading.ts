import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EntitySchema } from '@mikro-orm/core';
import { getMetadataStorage } from 'type-graphql';
import type { PluginDefinition } from './kernel/index.js';

/** A plugin that is named and cannot be had, with the cure. */
export class PluginLoadError extends Error {
  override readonly name = 'PluginLoadError';

  constructor(name: string, reason: string, cure: string, cause?: unknown) {
    super(`The plugin '${name}' cannot be loaded: ${reason} ${cure}`, { cause });
  }
}

/**
 * Loads plugins named in the configuration: packages of `node_modules`, folders with a package.json, or files.
 * Folders and files are seen from `from`. Errors: one {@link PluginLoadError} per name, all together.
 */
export async function loadPlugins(names: readonly string[], from = process.cwd()): Promise<PluginDefinition[]> {
  const loaded = await Promise.allSettled(names.map((name) => loadPlugin(name, from)));
  const problems = loaded.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
  if (problems.length === 1) throw problems[0];
  if (problems.length > 1) throw new AggregateError(problems, problems.map(({ message }) => message).join('\n'));
  return loaded.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

async function loadPlugin(name: string, from: string): Promise<PluginDefinition> {
  const module = await importModule(name, from);
  const plugin = module.default as PluginDefinition | undefined;
  if (!plugin?.id || plugin.contract === undefined) {
    throw new PluginLoadError(
      name,
      'its default export is no plugin.',
      'Export what definePlugin() answers as default from the entry of the package; see docs/writing-a-plugin.md.',
    );
  }
  const [strange] = madeElsewhere(plugin);
  if (!strange) return plugin;
  throw new PluginLoadError(
    name,
    `${strange} is made with another copy of its library.`,
    "Import decorators, defineEntity, p, sql and z from 'lianxin/kernel', and nothing from the libraries themselves.",
  );
}

/** Resolvers and entities that this platform's libraries know nothing of. */
function madeElsewhere({ resolvers = [], entities = [] }: PluginDefinition): string[] {
  const known = new Set<Function>(getMetadataStorage().resolverClasses.map(({ target }) => target));
  return [
    ...resolvers.filter((resolver) => !known.has(resolver)).map(({ name }) => `the resolver '${name}'`),
    ...entities
      .filter((entity) => !(entity instanceof EntitySchema))
      .map((entity) => `the entity '${String((entity as EntitySchema).meta?.className)}'`),
  ];
}

async function importModule(name: string, from: string): Promise<{ readonly default?: unknown }> {
  const specifier = isPath(name)
    ? pathToFileURL(await entryOf(resolve(from, name), name)).href
    : await packaged(name, from);
  try {
    return await import(specifier);
  } catch (error) {
    // Whatever may be thrown: a plugin need not throw an Error.
    throw explained(name, specifier, error instanceof Error ? error : new Error(String(error)));
  }
}

function isPath(name: string): boolean {
  return /^\.{0,2}(\/|$)/.test(name) || /^\.\.?$/.test(name) || /^[A-Za-z]:[\\/]/.test(name);
}

/** The file to load for a name that {@link loadPlugins} takes. Errors: {@link PluginLoadError}. */
export async function entryNamed(name: string, from: string): Promise<string> {
  return isPath(name)
    ? entryOf(resolve(from, name), name)
    : fileURLToPath(import.meta.resolve(await packaged(name, from)));
}

/** A package beside the folder from which the platform is started; by its name when it can only be beside the platform. */
async function packaged(name: string, from: string): Promise<string> {
  const { resolve: find } = createRequire(join(from, 'package.json'));
  // By its own package.json, for `require` finds no package that is there for `import` alone.
  for (const modules of find.paths(name) ?? []) {
    const folder = join(modules, name);
    if (await stat(join(folder, 'package.json')).catch(() => undefined)) {
      return pathToFileURL(await entryOf(folder, name)).href;
    }
  }
  try {
    return pathToFileURL(find(name)).href;
  } catch {
    return name;
  }
}

/** The file to load for a path: itself, or what the package.json of the folder names. Errors: {@link PluginLoadError}. */
export async function entryOf(given: string, name = given): Promise<string> {
  const path = resolve(given);
  const found = await stat(path).catch(() => undefined);
  if (!found) {
    throw new PluginLoadError(name, `there is nothing at ${path}.`, 'Correct LIANXIN_PLUGINS, or compile the plugin.');
  }
  if (!found.isDirectory()) return path;
  const entry = join(path, await entryInFolder(name, path));
  if (await stat(entry).catch(() => undefined)) return entry;
  throw new PluginLoadError(name, `${entry} is not there.`, "Compile the plugin first: 'npm run build' in its folder.");
}

async function entryInFolder(name: string, folder: string): Promise<string> {
  const file = join(folder, 'package.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PluginLoadError(name, `${folder} has no package.json.`, 'Name the folder of a package, or a file.');
  });
  let manifest: { readonly main?: unknown; readonly exports?: unknown };
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    throw new PluginLoadError(name, `${file} is no JSON (${(error as Error).message}).`, 'Correct the file.', error);
  }
  const exported = mainOf(manifest.exports);
  if (exported) return exported;
  return typeof manifest.main === 'string' ? manifest.main : 'index.js';
}

/** What `exports` names for the package itself, in the forms that Node takes. */
function mainOf(exported: unknown): string | undefined {
  if (typeof exported === 'string') return exported;
  if (typeof exported !== 'object' || exported === null) return undefined;
  const conditions = exported as Record<string, unknown>;
  return mainOf(conditions['.'] ?? conditions.import ?? conditions.node ?? conditions.default);
}

function explained(name: string, specifier: string, error: NodeJS.ErrnoException): PluginLoadError {
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(error.message)?.[1];
  const isNotFound = error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND';
  if (isNotFound && missing === specifier) {
    return new PluginLoadError(
      name,
      'there is no such package in node_modules.',
      `Install it ('npm install ${name}'), or name its folder: a path begins with './', '../' or '/'.`,
      error,
    );
  }
  if (isNotFound && missing) {
    return new PluginLoadError(
      name,
      `it needs '${missing}', which is not there.`,
      "Run 'npm install' and 'npm run build' in its folder.",
      error,
    );
  }
  return new PluginLoadError(name, `${error.message}.`, 'Correct the plugin.', error);
}
