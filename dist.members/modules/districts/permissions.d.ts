export declare const permissions: Record<"district:list", import("../../kernel/index.js").PermissionDefinition>;
