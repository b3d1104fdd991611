import type { Command } from 'commander';
import { readConfig } from '../config.js';
import { actAsSystem, type Kernel } from '../kernel/index.js';
import { registerClient as register } from '../modules/clients/index.js';
import { explained } from './explained.js';
import { withPlatform } from './platform.js';

interface Wanted {
  readonly district: string;
  readonly externalId: string;
  readonly name?: string;
  readonly scopes?: string;
}

/**
 * `lianxin client create`: the operator's way to a district's first application. Nobody can sign in before one is
 * registered, and so nobody could register it in the graph.
 */
export function registerClient(program: Command): void {
  program
    .command('client')
    .description('applications that nobody inside a district could register')
    .command('create')
    .description('register an application of the federation’s own that people sign in through')
    .requiredOption('--district <code>', 'code of the district, for example 310113')
    .requiredOption('--external-id <id>', 'id at the sign-in provider: <provider>:<client_id>')
    .option('--name <name>', 'name of the application; its id by default')
    .option('--scopes <permissions>', 'the most it may use, separated by commas; by default all there are')
    .action(async ({ district: code, externalId, name, scopes }: Wanted) => {
      await withPlatform(readConfig(), async ({ kernel }) => {
        const district = await kernel.districts.byCode(code);
        if (!district) {
          throw new Error(`unknown district ${code}; known: ${[...(await kernel.districts.all()).keys()].join(', ')}`);
        }
        const wanted = {
          kind: 'FRONT_END' as const,
          name: name ?? externalId,
          externalClientId: externalId,
          firstParty: true,
          scopes: scopes === undefined ? allPermissions(kernel) : scopes.split(',').map((scope) => scope.trim()),
        };
        await actAsSystem(kernel, district, 'client create', (ctx) => register(ctx, wanted).catch(explained));
        process.stdout.write(`registered ${externalId} in ${code} with ${wanted.scopes.length} scopes\n`);
      });
    });
}

function allPermissions(kernel: Kernel): string[] {
  return kernel.registry.plugins.flatMap(({ permissions }) => Object.keys(permissions ?? {}));
}
