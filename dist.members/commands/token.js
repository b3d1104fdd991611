import { CommanderError } from 'commander';
import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import { issueDemoToken } from '../modules/access/index.js';
/** `lianxin token`: prints a token of the demo issuer and nothing else. Only servers with the demo on accept it. */
export function registerToken(program) {
    program
        .command('token')
        .description('print a demo token (accepted only where the demo is on)')
        .requiredOption('--district <code>', 'code of the district, for example 310113')
        .requiredOption('--role <role>', 'city, administrator, auditor, organizer, chair, case-worker, member, front-end, or a role of a plugin')
        .action(async ({ district, role }) => {
        const config = readConfig(process.env, { demo: true });
        const registry = await installedRegistry(config);
        const roles = registry.plugins.flatMap((plugin) => Object.keys(plugin.roles ?? {}));
        if (!roles.includes(role))
            fail(`unknown role '${role}'; known here: ${roles.join(', ')}`);
        if (!/^[0-9A-Z]{6,12}$/.test(district))
            fail(`'${district}' is no district code; Baoshan is 310113, Yangpu 310110`);
        process.stdout.write(`${await issueDemoToken(config.home, district, role)}\n`);
    });
}
function fail(message) {
    process.stderr.write(`${message}\n`);
    throw new CommanderError(2, 'lianxin.token', message);
}
//# sourceMappingURL=token.js.map