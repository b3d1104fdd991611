import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import { errorsDocument } from '../kernel/errors/document.js';
import { printSuperset } from '../kernel/graphql/print.js';
import { buildSuperset } from '../kernel/graphql/superset.js';
import { bundledPlugins } from '../plugins/index.js';

/** `lianxin generate`: writes the files that follow from the code, or with --check says which are stale. */
export function registerGenerate(program: Command): void {
  program
    .command('generate')
    .description('write schema.graphql and docs/errors.md')
    .option('--check', 'write nothing; exit 1 when a file is stale')
    .action(async ({ check }: { check?: boolean }) => {
      for (const [path, text] of await generatedFiles()) {
        if (!check) await writeFile(path, text);
        else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
          process.stdout.write(`stale: ${path}; run 'npm run generate'\n`);
          process.exitCode = 1;
        }
      }
    });
}

async function generatedFiles(): Promise<Map<string, string>> {
  const registry = await installedRegistry(readConfig(), bundledPlugins);
  return new Map([
    ['schema.graphql', printSuperset(buildSuperset(registry))],
    ['docs/errors.md', errorsDocument(registry)],
  ]);
}
