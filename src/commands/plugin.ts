import { resolve } from 'node:path';
import type { Command } from 'commander';
import { installedRegistry } from '../app.js';
import { checkPlugin } from '../authoring/check.js';
import { companionsOf } from '../authoring/companions.js';
import { writePlugin } from '../authoring/template.js';
import { readConfig } from '../config.js';
import type { PluginDefinition } from '../kernel/index.js';
import { RegistryError } from '../kernel/plugin/registry.js';
import { loadPlugins } from '../plugin-loading.js';
import { bundledPlugins } from '../plugins/index.js';
import { Failed } from './failed.js';
import { registerPluginPurge } from './plugin-purge.js';
import { progress } from './progress.js';

/** `lianxin plugin …`: write a plugin, hold it against the rules, take its data out and away. */
export function registerPlugin(program: Command): void {
  const plugin = program.command('plugin').description('plugins from outside');

  plugin
    .command('new')
    .description('write a working plugin with tests')
    .argument('<id>', 'such as reading-circle')
    .argument('[folder]', 'where to; a folder of that name by default')
    .option('--zh <title>', 'its title in Chinese')
    .option('--en <title>', 'its title in English')
    .action(async (id: string, folder: string | undefined, { zh = id, en = id }: { zh?: string; en?: string }) => {
      const config = readConfig();
      const { plugins } = await installedRegistry(config, bundledPlugins);
      // Its permissions begin with the id, and those of the core with their nouns.
      const taken = plugins.some(
        (known) => known.id === id || Object.keys(known.permissions ?? {}).some((code) => code.startsWith(`${id}:`)),
      );
      if (taken) throw new Error(`'${id}' is taken by the platform; choose another id.`);
      const target = resolve(config.calledFrom, folder ?? id);
      await writePlugin({ id, folder: target, zh, en });
      process.stdout.write(`${target} is written; go there, then: npm install, npm test, npm start\n`);
    });

  plugin
    .command('check')
    .description('hold a plugin against the contract tests of the platform, beside those of LIANXIN_PLUGINS')
    .argument('<path>', 'its folder, compiled')
    .option('--only <name...>', 'only tests whose file names begin so')
    .action(async (path: string, { only = [] }: { only?: string[] }) => {
      const config = readConfig();
      const folder = resolve(config.calledFrom, path);
      const [checked] = await loadPlugins([folder]);
      const companions = await companionsOf(config, checked!.id);
      const problems = await problemsAtBoot([...companions.map((companion) => companion.plugin), checked!]);
      if (problems.length === 0) progress('running the contract tests with it installed: some minutes');
      const { passed, failed } =
        problems.length > 0 ? { passed: 0, failed: problems } : await checkPlugin(folder, companions, only);
      for (const line of failed) process.stdout.write(`failed: ${line}\n`);
      process.stdout.write(
        failed.length > 0 ? `${failed.length} failed, ${passed} passed\n` : `all ${passed} passed\n`,
      );
      if (failed.length > 0) throw new Failed();
    });

  registerPluginPurge(plugin);
}

/** What would keep a platform with these plugins from starting. */
async function problemsAtBoot(plugins: readonly PluginDefinition[]): Promise<readonly string[]> {
  try {
    await installedRegistry(readConfig(), [...bundledPlugins, ...plugins]);
    return [];
  } catch (error) {
    if (error instanceof RegistryError) return error.problems;
    throw error;
  }
}
