export declare const members: import("../../kernel/index.js").PluginDefinition;
