import { type Page, PageArgs, type RequestContext } from '../../../kernel/index.js';
import { type OrganizationRow } from '../../organizations/index.js';
import { type MemberRow } from '../member/member.node.js';
import { ApplyForMembershipInput, ApplyForMembershipPayload, DecideMembershipApplicationInput, DecideMembershipApplicationPayload, MembershipApplicationFilter } from './application.inputs.js';
import { type MembershipApplicationRow } from './application.node.js';
export declare class MembershipApplicationResolver {
    membershipApplications(page: PageArgs, filter: MembershipApplicationFilter | null, ctx: RequestContext): Promise<Page<MembershipApplicationRow>>;
    organization(application: MembershipApplicationRow, ctx: RequestContext): Promise<OrganizationRow | null>;
    member(application: MembershipApplicationRow, ctx: RequestContext): Promise<MemberRow | null>;
    appliedAt(application: MembershipApplicationRow): Date;
    decidedAt(application: MembershipApplicationRow): Date | null;
    applyForMembership(input: ApplyForMembershipInput, ctx: RequestContext): Promise<ApplyForMembershipPayload>;
    decideMembershipApplication(input: DecideMembershipApplicationInput, ctx: RequestContext): Promise<DecideMembershipApplicationPayload>;
}
