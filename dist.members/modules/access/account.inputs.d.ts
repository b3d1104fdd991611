export declare class RegisterAccountInput {
    subject: string;
    name: string;
    memberId?: string | null;
}
export declare class SuspendAccountInput {
    accountId: string;
    suspended: boolean;
    expectedVersion: number;
}
export declare class GrantRoleInput {
    accountId: string;
    role: string;
    organizationId?: string | null;
    since?: string | null;
    until?: string | null;
}
export declare class RevokeRoleInput {
    assignmentId: string;
}
