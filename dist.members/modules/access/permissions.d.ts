export declare const permissions: Record<"access:manage" | "access:read", import("../../kernel/index.js").PermissionDefinition>;
