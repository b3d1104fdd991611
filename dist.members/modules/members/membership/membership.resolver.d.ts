import { type RequestContext } from '../../../kernel/index.js';
import { type OrganizationRow } from '../../organizations/index.js';
import { type MemberRow } from '../member/member.node.js';
import { AddSecondaryMembershipInput, AddSecondaryMembershipPayload, EndMembershipInput, EndMembershipPayload, TransferMembershipInput, TransferMembershipPayload } from './membership.inputs.js';
import { type MembershipRow } from './membership.node.js';
export declare class MembershipResolver {
    organization(membership: MembershipRow, ctx: RequestContext): Promise<OrganizationRow | null>;
    member(membership: MembershipRow, ctx: RequestContext): Promise<MemberRow | null>;
    transferMembership(input: TransferMembershipInput, ctx: RequestContext): Promise<TransferMembershipPayload>;
    addSecondaryMembership(input: AddSecondaryMembershipInput, ctx: RequestContext): Promise<AddSecondaryMembershipPayload>;
    endMembership(input: EndMembershipInput, ctx: RequestContext): Promise<EndMembershipPayload>;
}
