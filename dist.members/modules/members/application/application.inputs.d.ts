import { Payload } from '../../../kernel/index.js';
import type { MemberRow } from '../member/member.node.js';
import { EmploymentType, Gender, JoinedVia } from '../member/member.type.js';
import type { MembershipApplicationRow } from './application.node.js';
import { MembershipApplicationStatus, MembershipDecision } from './application.type.js';
export declare class ApplyForMembershipInput {
    organizationId?: string | null;
    organizationCode?: string | null;
    name: string;
    nationalId: string;
    phone: string;
    gender?: Gender | null;
    birthDate?: string | null;
    employmentType: EmploymentType;
    occupation: string;
    via: JoinedVia;
}
export declare class DecideMembershipApplicationInput {
    applicationId: string;
    decision: MembershipDecision;
    reason?: string | null;
    since?: string | null;
    expectedVersion: number;
}
export declare class MembershipApplicationFilter {
    status?: MembershipApplicationStatus | null;
    organizationId?: string | null;
    overdue?: boolean | null;
}
export declare class ApplyForMembershipPayload extends Payload {
    applicationNo?: string | null;
    decideBy?: string | null;
    application?: MembershipApplicationRow | null;
    member?: MemberRow | null;
}
export declare class DecideMembershipApplicationPayload extends Payload {
    application?: MembershipApplicationRow | null;
    member?: MemberRow | null;
}
