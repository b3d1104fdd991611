import { Node } from '../../../kernel/index.js';
export declare const MembershipKind: {
    readonly PRIMARY: 'PRIMARY';
    readonly SECONDARY: 'SECONDARY';
};
export declare const MembershipEndReason: {
    readonly LEFT: 'LEFT';
    readonly RETIRED: 'RETIRED';
    readonly DECEASED: 'DECEASED';
    readonly TRANSFERRED: 'TRANSFERRED';
    readonly TRANSFERRED_OUT: 'TRANSFERRED_OUT';
    readonly COVERAGE_ENDED: 'COVERAGE_ENDED';
};
export type MembershipKind = keyof typeof MembershipKind;
export type MembershipEndReason = keyof typeof MembershipEndReason;
export declare class Membership extends Node {
    kind: string;
    since: string;
    until: string | null;
    reasonEnded: string | null;
    note: string;
    version: number;
}
export declare const MembershipConnection: import("type-graphql").ClassType<import("../../../kernel/index.js").Page<object>>;
