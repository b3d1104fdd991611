/** Version of this interface. A plugin written for another one is refused at boot. */
export const CONTRACT_VERSION = 1;
/** Declares a module or plugin. It only checks types and freezes: nothing is registered by importing it. */
export function definePlugin(definition) {
    return Object.freeze(definition);
}
//# sourceMappingURL=define.js.map