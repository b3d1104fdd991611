import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
/** Loads plugins named in the configuration: packages of `node_modules`, or paths of modules. */
export async function loadPlugins(names) {
    return Promise.all(names.map(loadPlugin));
}
async function loadPlugin(name) {
    const specifier = name.startsWith('.') || name.startsWith('/') ? pathToFileURL(resolve(name)).href : name;
    const loaded = (await import(specifier));
    if (!loaded.default?.id) {
        throw new Error(`'${name}' is no plugin: its default export must come from definePlugin(); see docs/writing-a-plugin.md`);
    }
    return loaded.default;
}
//# sourceMappingURL=plugin-loading.js.map