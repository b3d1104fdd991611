import { CONTRACT_VERSION } from './define.js';
import { clashProblems } from './clashes.js';
import { inDependencyOrder } from './ordering.js';
/** Every problem found at boot, each naming who is concerned and how to cure it. */
export class RegistryError extends Error {
    constructor(problems) {
        super(`The installed plugins do not fit together:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
        this.problems = problems;
        this.name = 'RegistryError';
    }
}
/** What is installed in this process, in an order in which everything comes after what it requires. */
export class Registry {
    #byId;
    constructor(plugins) {
        this.plugins = plugins;
        this.#byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
    }
    get(id) {
        return this.#byId.get(id);
    }
    /** Plugins that a district can switch: everything installed that is not core. */
    get switchable() {
        return this.plugins.filter((plugin) => !plugin.core);
    }
    /** Core modules plus those of `enabled` whose requirements are enabled as well. */
    effective(enabled) {
        const on = new Set();
        for (const plugin of this.plugins) {
            const wanted = plugin.core || enabled.has(plugin.id);
            if (wanted && (plugin.requires ?? []).every((required) => on.has(required)))
                on.add(plugin.id);
        }
        return on;
    }
    /** The first value that a plugin gives for a key of one of its tables of definitions. */
    lookup(section, key) {
        for (const plugin of this.plugins) {
            const table = plugin[section];
            if (table && Object.hasOwn(table, key))
                return table[key];
        }
        return undefined;
    }
}
/**
 * Collects core modules and plugins.
 * Throws one {@link RegistryError} with every problem: identity, contract, dependencies and every kind of clash.
 */
export function createRegistry(core, plugins) {
    const installed = [
        ...core.map((plugin) => ({ ...plugin, core: true })),
        ...plugins.map((plugin) => ({ ...plugin, core: false })),
    ];
    const problems = [...installed.flatMap(identityProblems), ...clashProblems(installed)];
    const { ordered, problems: orderProblems } = inDependencyOrder(installed);
    problems.push(...orderProblems);
    if (problems.length > 0)
        throw new RegistryError(problems);
    return new Registry(ordered);
}
function identityProblems(plugin) {
    const problems = [];
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(plugin.id)) {
        problems.push(`plugin '${plugin.id}': the id must be kebab-case (a-z, 0-9, -); rename it.`);
    }
    if (plugin.contract !== CONTRACT_VERSION) {
        problems.push(`plugin '${plugin.id}' is written for contract ${plugin.contract}, this platform speaks ${CONTRACT_VERSION}; ` +
            'install a version of the plugin made for this contract.');
    }
    const prefix = tablePrefix(plugin.id);
    for (const entity of plugin.entities ?? []) {
        const table = tableOf(entity);
        if (!plugin.core && !table.startsWith(prefix)) {
            problems.push(`plugin '${plugin.id}': table '${table}' must begin with '${prefix}'; rename the table.`);
        }
    }
    for (const permission of Object.keys(plugin.permissions ?? {})) {
        if (!/^[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*$/.test(permission)) {
            problems.push(`plugin '${plugin.id}': permission '${permission}' must be noun:verb; rename it.`);
        }
    }
    const defaults = plugin.settings?.safeParse({});
    if (defaults && !defaults.success) {
        problems.push(`plugin '${plugin.id}': every setting needs a default (${defaults.error.issues[0]?.path.join('.')}).`);
    }
    return problems;
}
/** Prefix of all tables of a plugin: its id with underscores. */
export function tablePrefix(id) {
    return `${id.replaceAll('-', '_')}_`;
}
/** Name of the table behind an entity. */
export function tableOf(entity) {
    return entity.meta.tableName ?? entity.meta.collection ?? '';
}
//# sourceMappingURL=registry.js.map