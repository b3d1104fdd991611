import { Node } from '../../../kernel/index.js';
export declare const MembershipApplicationStatus: {
    readonly PENDING: 'PENDING';
    readonly APPROVED: 'APPROVED';
    readonly REJECTED: 'REJECTED';
    readonly WITHDRAWN: 'WITHDRAWN';
};
export declare const MembershipDecision: {
    readonly APPROVE: 'APPROVE';
    readonly REJECT: 'REJECT';
};
export type MembershipApplicationStatus = keyof typeof MembershipApplicationStatus;
export type MembershipDecision = keyof typeof MembershipDecision;
export declare class MembershipApplication extends Node {
    applicationNo: string;
    via: string;
    employmentType: string;
    occupation: string;
    status: string;
    decideBy: string;
    reason: string;
    version: number;
}
export declare const MembershipApplicationConnection: import("type-graphql").ClassType<import("../../../kernel/index.js").Page<object>>;
