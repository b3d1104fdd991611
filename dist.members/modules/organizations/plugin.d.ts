export declare const organizations: import("../../kernel/index.js").PluginDefinition;
