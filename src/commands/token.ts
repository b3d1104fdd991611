import { CommanderError, type Command } from 'commander';
import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import { DEMO_DISTRICTS } from '../demo/seed.js';
import { issueDemoToken } from '../modules/access/index.js';

/** `lianxin token`: prints a token of the demo issuer and nothing else. Only servers with the demo on accept it. */
export function registerToken(program: Command): void {
  program
    .command('token')
    .description('print a demo token (accepted only where the demo is on)')
    .requiredOption('--district <code>', 'code of the district, for example 310113')
    .requiredOption(
      '--role <role>',
      'city, administrator, security-administrator, auditor, organizer, chair, case-worker, member, front-end, or a role of a plugin',
    )
    .option('--one-factor', 'as after a sign-in without a second factor')
    .action(async ({ district, role, oneFactor }: { district: string; role: string; oneFactor?: true }) => {
      const config = readConfig(process.env, { demo: true });
      const registry = await installedRegistry(config);
      const roles = registry.plugins.flatMap((plugin) => Object.keys(plugin.roles ?? {}));
      if (!roles.includes(role)) fail(`unknown role '${role}'; known here: ${roles.join(', ')}`);
      if (!DEMO_DISTRICTS.includes(district)) {
        fail(`the demo has no district '${district}'; it has ${DEMO_DISTRICTS.join(', ')}`);
      }
      process.stdout.write(`${await issueDemoToken(config.home, district, role, oneFactor && 'pwd')}\n`);
    });
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  throw new CommanderError(2, 'lianxin.token', message);
}
