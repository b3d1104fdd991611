import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import { breakingChanges } from '../kernel/graphql/breaking-changes.js';
import { Graphs } from '../kernel/graphql/graphs.js';
import { printSuperset } from '../kernel/graphql/print.js';
import { buildSuperset } from '../kernel/graphql/superset.js';
import { bundledPlugins } from '../plugins/index.js';
import { withPlatform } from './platform.js';

const RELEASED = 'schema.released.graphql';

/** `lianxin schema …`: print the graph, release it, compare it with what was released. */
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
    .description(`write ${RELEASED}: what callers may rely on from now on`)
    .action(async () => writeFile(RELEASED, await sdlOfBundled()));

  schema
    .command('check')
    .description(`exit 1 when the graph breaks what ${RELEASED} promises`)
    .action(async () => {
      const changes = breakingChanges(await readFile(RELEASED, 'utf8'), await sdlOfBundled());
      for (const change of changes) process.stdout.write(`breaking: ${change}\n`);
      if (changes.length > 0) process.exitCode = 1;
      else process.stdout.write('no breaking change\n');
    });
}

async function sdlOfEverything(): Promise<string> {
  return printSuperset(buildSuperset(await installedRegistry(readConfig())));
}

/** What comes with the platform; plugins from outside promise their own graph. */
async function sdlOfBundled(): Promise<string> {
  return printSuperset(buildSuperset(await installedRegistry(readConfig(), bundledPlugins)));
}

async function sdlOfDistrict(code: string): Promise<string> {
  return withPlatform(readConfig(), async ({ kernel, superset }) => {
    const district = await kernel.districts.byCode(code);
    if (!district) throw new Error(`unknown district ${code}`);
    const graph = await new Graphs(superset, kernel).of(await kernel.switches.enabledFor(district.id));
    return graph.sdl;
  });
}
