import { Command, CommanderError } from 'commander';
import { registerAccount } from './commands/account.js';
import { registerAudit } from './commands/audit.js';
import { registerCommandsOf } from './commands/of-plugins.js';
import { registerClient } from './commands/client.js';
import { registerDoctor } from './commands/doctor.js';
import { Failed } from './commands/failed.js';
import { registerGenerate } from './commands/generate.js';
import { registerKeys } from './commands/keys.js';
import { registerMigrate } from './commands/migrate.js';
import { registerModules } from './commands/modules.js';
import { registerPersonalData } from './commands/personal-data.js';
import { registerPlugin } from './commands/plugin.js';
import { registerSchema } from './commands/schema.js';
import { registerSeed } from './commands/seed.js';
import { registerServe } from './commands/serve.js';
import { registerSettings } from './commands/settings.js';
import { registerToken } from './commands/token.js';
import { registerWorker } from './commands/worker.js';
import { ConfigError } from './config.js';
import { version } from './version.js';

const OWN = [
  registerServe,
  registerWorker,
  registerMigrate,
  registerSeed,
  registerKeys,
  registerToken,
  registerAccount,
  registerClient,
  registerModules,
  registerSettings,
  registerPlugin,
  registerSchema,
  registerDoctor,
  registerAudit,
  registerPersonalData,
  registerGenerate,
];

/**
 * Runs one command of `lianxin` in this process and answers its exit code: 0 done, 1 failed, 2 wrong use of the command
 * line or of the environment. It works in the environment and the folder that the process has when it is called, writes to
 * `process.stdout` and `process.stderr`, and leaves nothing open behind it. `serve` and `worker` last until the process is
 * asked to end.
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const program = commandLine();
  /** What was asked for, unless it is an option. */
  const [asked = '-'] = words;
  try {
    const isOwn = asked === 'help' || program.commands.some((command) => command.name() === asked);
    if (!isOwn && !asked.startsWith('-')) await registerCommandsOf(program, asked);
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failed) return 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof ConfigError ? 2 : 1;
  }
}

function commandLine(): Command {
  const program = new Command('lianxin')
    .description('连心: an open platform for trade-union federations')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help shows what is possible)')
    .addHelpText('after', '\nPlugins may bring commands of their own: lianxin <plugin> --help');
  for (const register of OWN) register(program);
  return program;
}
