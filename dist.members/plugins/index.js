/** Plugins that come with the platform; each district switches them on or leaves them off. */
export const bundledPlugins = [];
//# sourceMappingURL=index.js.map