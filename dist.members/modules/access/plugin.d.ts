export declare const access: import("../../kernel/index.js").PluginDefinition;
