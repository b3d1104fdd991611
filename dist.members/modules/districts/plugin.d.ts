export declare const districts: import("../../kernel/index.js").PluginDefinition;
