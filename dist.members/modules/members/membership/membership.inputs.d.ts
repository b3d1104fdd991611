import { Payload } from '../../../kernel/index.js';
import type { MemberRow } from '../member/member.node.js';
import type { MembershipRow } from './membership.node.js';
import { MembershipEndReason } from './membership.type.js';
export declare class TransferMembershipInput {
    memberId: string;
    toOrganizationId: string;
    since?: string | null;
    reason: string;
    expectedVersion: number;
}
export declare class AddSecondaryMembershipInput {
    memberId: string;
    organizationId: string;
    since?: string | null;
}
export declare class EndMembershipInput {
    membershipId: string;
    until: string;
    reason: MembershipEndReason;
    expectedVersion: number;
}
export declare class TransferMembershipPayload extends Payload {
    member?: MemberRow | null;
    membership?: MembershipRow | null;
}
export declare class AddSecondaryMembershipPayload extends Payload {
    member?: MemberRow | null;
    membership?: MembershipRow | null;
}
export declare class EndMembershipPayload extends Payload {
    member?: MemberRow | null;
    membership?: MembershipRow | null;
}
