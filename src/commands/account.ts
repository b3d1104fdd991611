import type { Command } from 'commander';
import { ConfigError, readConfig } from '../config.js';
import { actAsSystem } from '../kernel/index.js';
import { createAccount } from '../modules/access/index.js';
import { explained } from './explained.js';
import { withPlatform } from './platform.js';

interface Wanted {
  readonly district: string;
  readonly subject: string;
  readonly role: string;
  readonly name?: string;
}

/**
 * `lianxin account create`: the operator's way to a district's first security administrator, and to the roles of the
 * level above, which nobody inside a district may give.
 */
export function registerAccount(program: Command): void {
  program
    .command('account')
    .description('accounts that nobody inside a district could make')
    .command('create')
    .description('register an account, unless it is there, and give it a role for the whole district')
    .requiredOption('--district <code>', 'code of the district, for example 310113')
    .requiredOption('--subject <subject>', 'identity as the provider names it: <provider>:<sub>')
    .requiredOption(
      '--role <role>',
      'security-administrator, administrator, auditor, city, or another role of a district',
    )
    .option('--name <name>', 'name of a new account; the subject by default')
    .action(async ({ district: code, subject, role, name }: Wanted) => {
      if (!/^[^:]+:./.test(subject)) {
        throw new ConfigError(`--subject ${subject}: nobody could sign in as that; write <provider>:<sub>`);
      }
      await withPlatform(readConfig(), async ({ kernel }) => {
        const district = await kernel.districts.byCode(code);
        if (!district) {
          throw new Error(`unknown district ${code}; known: ${[...(await kernel.districts.all()).keys()].join(', ')}`);
        }
        const made = await actAsSystem(kernel, district, 'account create', (ctx) =>
          createAccount(ctx, { subject, role, name: name ?? subject }).catch(explained),
        );
        process.stdout.write(`${made ? 'registered' : 'found'} ${subject} in ${code} and gave it ${role}\n`);
      });
    });
}
