import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { errorsDocument } from '../kernel/errors/document.js';
import { printChangelog } from '../kernel/graphql/history/changelog.js';
import { Failed } from './failed.js';
import { bundledGraph, CHANGELOG, currentChangelog, SCHEMA } from './graph-files.js';

/** `lianxin generate`: writes the files that follow from the code, or with --check says which are stale. */
export function registerGenerate(program: Command): void {
  program
    .command('generate')
    .description(`write ${SCHEMA}, ${CHANGELOG} and docs/errors.md`)
    .option('--check', 'write nothing; exit 1 when a file is stale')
    .action(async ({ check }: { check?: boolean }) => {
      let stale = false;
      for (const [path, text] of await generatedFiles()) {
        if (!check) await writeFile(path, text);
        else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
          process.stdout.write(`stale: ${path}; run 'npm run generate'\n`);
          stale = true;
        }
      }
      if (stale) throw new Failed();
    });
}

async function generatedFiles(): Promise<Map<string, string>> {
  const graph = await bundledGraph();
  return new Map([
    [SCHEMA, graph.sdl],
    [CHANGELOG, printChangelog(await currentChangelog(graph))],
    ['docs/errors.md', errorsDocument(graph.registry)],
  ]);
}
