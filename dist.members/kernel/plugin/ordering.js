/** Sorts so that everything comes after what it requires; core modules first, otherwise in the order given. */
export function inDependencyOrder(installed) {
    const byId = new Map(installed.map((plugin) => [plugin.id, plugin]));
    const ordered = [];
    const problems = [];
    const state = new Map();
    const visit = (plugin, path) => {
        if (state.get(plugin.id) === 'done')
            return;
        if (state.get(plugin.id) === 'visiting') {
            const cycle = [...path.slice(path.indexOf(plugin.id)), plugin.id].join(' -> ');
            problems.push(`plugins require each other in a circle: ${cycle}; move what they share into a third plugin.`);
            return;
        }
        state.set(plugin.id, 'visiting');
        for (const id of plugin.requires ?? []) {
            const required = byId.get(id);
            if (!required) {
                problems.push(`plugin '${plugin.id}' requires '${id}', which is not installed; install it or drop the requirement.`);
            }
            else if (plugin.core && !required.core) {
                problems.push(`core module '${plugin.id}' requires the plugin '${id}'; core must stand without plugins.`);
            }
            else {
                visit(required, [...path, plugin.id]);
            }
        }
        state.set(plugin.id, 'done');
        ordered.push(plugin);
    };
    for (const plugin of installed.filter(({ core }) => core))
        visit(plugin, []);
    for (const plugin of installed.filter(({ core }) => !core))
        visit(plugin, []);
    return { ordered, problems };
}
//# sourceMappingURL=ordering.js.map