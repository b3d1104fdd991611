#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { registerAccount } from './commands/account.js';
import { registerAudit } from './commands/audit.js';
import { registerCommandsOf } from './commands/of-plugins.js';
import { registerClient } from './commands/client.js';
import { registerDoctor } from './commands/doctor.js';
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
import { offerThisPlatform } from './one-kernel.js';
import { version } from './version.js';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `lianxin needs Node 24 or newer and runs on ${process.versions.node}; 'npm ci' brings one along: node_modules/.bin/node.\n`,
  );
  process.exit(1);
}

offerThisPlatform();
const program = new Command('lianxin')
  .description('连心: an open platform for trade-union federations')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(--help shows what is possible)')
  .addHelpText('after', '\nPlugins may bring commands of their own: lianxin <plugin> --help');

for (const register of [
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
]) {
  register(program);
}

/** What was asked for, unless it is an option. */
const [asked = '-'] = process.argv.slice(2);

/** Exit codes: 0 done, 1 failed, 2 wrong use of the command line or of the environment. */
try {
  const isOwn = asked === 'help' || program.commands.some((command) => command.name() === asked);
  if (!isOwn && !asked.startsWith('-')) await registerCommandsOf(program, asked);
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof ConfigError ? 2 : 1;
  }
}
