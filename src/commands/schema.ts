import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import { Graphs } from '../kernel/graphql/graphs.js';
import { describeChange, judged } from '../kernel/graphql/history/breaking-changes.js';
import { printChangelog, type RecordedChange } from '../kernel/graphql/history/changelog.js';
import type { GraphElements } from '../kernel/graphql/history/graph-elements.js';
import { printSuperset } from '../kernel/graphql/print.js';
import { buildSuperset } from '../kernel/graphql/superset.js';
import { businessDay } from '../kernel/time/business-day.js';
import { Failed } from './failed.js';
import {
  bundledGraph,
  CHANGELOG,
  changesSince,
  historyFromGit,
  OWNERS,
  RELEASED,
  releasedGraph,
  SCHEMA,
} from './graph-files.js';
import { changesOfPlugin, releasePlugin } from './plugin-promise.js';
import { withPlatform } from './platform.js';

interface OfPlugin {
  readonly plugin?: string;
}

const PLUGIN = '--plugin <path>';
const PLUGIN_HELP = `of a plugin from outside, which keeps its ${RELEASED} in its own folder`;

/** `lianxin schema …`: print the graph, release it, compare it with what was released, tell its history. */
export function registerSchema(program: Command): void {
  const schema = program.command('schema').description('the graph in its definition language');

  schema
    .command('print')
    .description('print the graph of everything installed, or of one district')
    .option('--district <code>', 'the graph that this district sees')
    .action(async ({ district }: { district?: string }) => {
      process.stdout.write(district ? await sdlOfDistrict(district) : await sdlOfEverything());
    });

  schema
    .command('release')
    .description(`write ${RELEASED} and ${OWNERS}: what callers may rely on from now on`)
    .option(PLUGIN, PLUGIN_HELP)
    .option('--breaking', 'also when it breaks what was promised, which is refused otherwise')
    .action(async ({ plugin, breaking }: OfPlugin & { breaking?: boolean }) => {
      // Otherwise the file that holds the promise would go along with what breaks it, and no check would ever notice.
      const compared = breaking ? undefined : await (plugin ? changesOfPlugin(plugin, 'new') : changesOfBundled());
      if (compared && !report(compared.changes, compared.released)) throw new Failed();
      await (plugin ? releasePlugin(plugin) : release());
    });

  schema
    .command('check')
    .description(`exit 1 when the graph breaks what ${RELEASED} promises, naming the plugin of each change`)
    .option(PLUGIN, PLUGIN_HELP)
    .action(async ({ plugin }: OfPlugin) => {
      const { changes, released } = plugin ? await changesOfPlugin(plugin) : await changesOfBundled();
      if (!report(changes, released)) throw new Failed();
    });

  schema
    .command('changelog')
    .description(`write ${CHANGELOG} anew, from the versions of ${SCHEMA} in git`)
    .action(async () => {
      const graph = await bundledGraph();
      const history = await historyFromGit(graph, new Date());
      const unreleased = changesSince(await releasedGraph(), graph);
      await writeFile(CHANGELOG, printChangelog({ format: 1, history, unreleased }));
    });
}

/** Writes what is not SAFE, one line each, and answers whether everything may be done. */
function report(changes: readonly RecordedChange[], released: GraphElements): boolean {
  const judgements = judged(changes, released, businessDay(new Date()));
  const broken = judgements.filter(({ allowed }) => !allowed);
  for (const { change, allowed, why } of judgements) {
    if (change.severity === 'SAFE' && allowed) continue;
    const label = change.severity === 'DANGEROUS' ? 'dangerous' : allowed ? 'removed as announced' : 'breaking';
    const text = `${change.plugin ?? 'unknown plugin'}: ${describeChange(change)}`;
    process.stdout.write(`${label}: ${text}${why ? `; ${why}` : ''}\n`);
  }
  process.stdout.write(broken.length > 0 ? `breaking changes: ${broken.length}\n` : 'no breaking change\n');
  return broken.length === 0;
}

async function changesOfBundled(): Promise<{ changes: RecordedChange[]; released: GraphElements }> {
  const released = await releasedGraph();
  return { changes: changesSince(released, await bundledGraph()), released: released.elements };
}

async function release(): Promise<void> {
  const graph = await bundledGraph();
  // First what can fail, so that nothing is released by halves.
  const history = await historyFromGit(graph, new Date());
  await writeFile(RELEASED, graph.sdl);
  await writeFile(OWNERS, `${JSON.stringify(graph.owners, null, 2)}\n`);
  await writeFile(CHANGELOG, printChangelog({ format: 1, history, unreleased: [] }));
}

async function sdlOfEverything(): Promise<string> {
  return printSuperset(buildSuperset(await installedRegistry(readConfig())));
}

async function sdlOfDistrict(code: string): Promise<string> {
  return withPlatform(readConfig(), async ({ kernel, superset }) => {
    const district = await kernel.districts.byCode(code);
    if (!district) throw new Error(`unknown district ${code}`);
    const graph = await new Graphs(superset, kernel).of(await kernel.switches.enabledFor(district.id));
    return graph.sdl;
  });
}
