/** The kernel's own part of the graph, the database and the error list, declared like any other module's. */
export declare const kernelPlugin: import("./plugin/define.js").PluginDefinition;
