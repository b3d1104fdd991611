import type { Command } from 'commander';
import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import { withPlatform } from './platform.js';

/** `lianxin <plugin> …`: the commands that an installed plugin brings, below its id. Adds nothing for any other word. */
export async function registerCommandsOf(program: Command, id: string): Promise<void> {
  const config = readConfig();
  const plugin = (await installedRegistry(config)).get(id);
  if (!plugin?.commands) return;
  const below = program.command(id).description(`${plugin.title.zh} / ${plugin.title.en}`);
  plugin.commands(below, (work) => withPlatform(config, ({ kernel }) => work(kernel)));
}
