export declare const audit: import("../../kernel/index.js").PluginDefinition;
