export declare const permissions: Record<"audit:read", import("../../kernel/index.js").PermissionDefinition>;
