import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** Path from the project's folder, such as `src/kernel/index.ts`, -> source text. */
export type Sources = ReadonlyMap<string, string>;

/** Where a file belongs, for the rules of who may import whom. */
interface Place {
  readonly layer: 'kernel' | 'module' | 'plugin' | 'composition';
  /** Name of the module or plugin. */
  readonly name: string;
}

/** All TypeScript below a folder of the project, tests that stand beside what they test left out. */
export function readSources(folder: string): Sources {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.split(sep).includes('tests'),
  );
  return new Map(files.map((file) => [join(folder, file), readFileSync(join(folder, file), 'utf8')]));
}

/** Relative imports of a source text, types included. */
export function importsOf(source: string): string[] {
  const patterns = [/\bfrom\s+'(\.[^']+)'/g, /\bimport\s+'(\.[^']+)'/g, /\bimport\(\s*'(\.[^']+)'\s*\)/g];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, path]) => path!));
}

/** Every import against the grain, as one sentence each. Imports go one way: plugins -> modules' index -> kernel. */
export function importProblems(sources: Sources): string[] {
  const problems: string[] = [];
  const edges = new Map<string, Set<string>>();
  for (const [file, source] of sources) {
    const from = placeOf(file);
    for (const path of importsOf(source)) {
      const target = normalize(join(dirname(file), path)).replace(/\.js$/, '.ts');
      const to = placeOf(target);
      const reason = forbidden(from, to, target);
      if (reason) problems.push(`${file} imports ${target}: ${reason}`);
      if (from.layer !== 'composition' && from.layer !== 'kernel' && from.layer === to.layer && from.name !== to.name) {
        edges.set(from.name, (edges.get(from.name) ?? new Set()).add(to.name));
      }
    }
  }
  return [...problems, ...cycles(edges)];
}

/** Names of modules and plugins that stand as text in the kernel. */
export function kernelNaming(sources: Sources, names: ReadonlySet<string>): string[] {
  return [...sources]
    .filter(([file]) => placeOf(file).layer === 'kernel')
    .flatMap(([file, source]) =>
      [...source.matchAll(/(['"`])([a-z][a-z0-9-]*)\1/g)]
        .filter(([, , text]) => names.has(text!))
        .map(([, , text]) => `${file} names '${text}'`),
    );
}

function placeOf(file: string): Place {
  const [, src, folder = '', name = ''] = /^(src|tests\/fixtures)\/([^/]+)\/([^/]+)/.exec(file) ?? [];
  if (src && folder === 'kernel') return { layer: 'kernel', name: 'kernel' };
  if (src && folder === 'modules' && !name.endsWith('.ts')) return { layer: 'module', name };
  if (src && folder === 'plugins' && !name.endsWith('.ts')) return { layer: 'plugin', name };
  return { layer: 'composition', name: relative('src', file) };
}

function forbidden(from: Place, to: Place, target: string): string | undefined {
  if (from.layer === 'composition') return undefined;
  if (from.layer === to.layer && from.name === to.name) return undefined;
  if (from.layer === 'kernel') return 'the kernel knows nothing above it';
  if (to.layer === 'kernel') return target === 'src/kernel/index.ts' ? undefined : 'only the kernel’s index is public';
  if (to.layer === 'composition') {
    return target.startsWith('src/demo/') ? undefined : 'modules and plugins do not know how they are put together';
  }
  if (from.layer === 'module' && to.layer === 'plugin') return 'the core knows no plugin';
  return target.endsWith(`/${to.name}/index.ts`) ? undefined : `only the index of '${to.name}' is public`;
}

function cycles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Set<string>();
  const walk = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) {
      const circle = path.slice(start);
      if (circle[0] === [...circle].sort()[0]) found.add(`import in a circle: ${[...circle, name].join(' -> ')}`);
      return;
    }
    for (const next of edges.get(name) ?? []) walk(next, [...path, name]);
  };
  for (const name of edges.keys()) walk(name, []);
  return [...found];
}
