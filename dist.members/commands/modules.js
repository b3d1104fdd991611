import { installedRegistry } from '../app.js';
import { readConfig } from '../config.js';
import { withPlatform } from './platform.js';
/** `lianxin modules list`: what is installed, and what a district has switched on. */
export function registerModules(program) {
    const modules = program.command('modules').description('what is installed and what is switched on');
    modules
        .command('list')
        .description('list core modules and plugins')
        .option('--district <code>', 'show what this district has switched on')
        .action(async ({ district }) => {
        const config = readConfig();
        if (!district) {
            const registry = await installedRegistry(config);
            print(registry.plugins, () => undefined);
            return;
        }
        await withPlatform(config, async ({ kernel }) => {
            const found = await kernel.districts.byCode(district);
            if (!found)
                throw new Error(`unknown district ${district}; known: ${[...(await kernel.districts.all()).keys()].join(', ')}`);
            const on = await kernel.switches.enabledFor(found.id);
            print(kernel.registry.plugins, ({ id }) => (on.has(id) ? 'on' : 'off'));
        });
    });
}
function print(plugins, state) {
    for (const plugin of plugins) {
        const columns = [
            plugin.id.padEnd(20),
            plugin.version.padEnd(8),
            plugin.core ? 'core  ' : 'plugin',
            (state(plugin) ?? '').padEnd(3),
        ];
        process.stdout.write(`${columns.join(' ')} ${plugin.title.zh} / ${plugin.title.en}\n`);
    }
}
//# sourceMappingURL=modules.js.map