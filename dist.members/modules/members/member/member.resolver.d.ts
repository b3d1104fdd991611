import { type Page, PageArgs, type RequestContext } from '../../../kernel/index.js';
import { type OrganizationRow } from '../../organizations/index.js';
import { type MembershipApplicationRow } from '../application/application.node.js';
import { type MembershipRow } from '../membership/membership.node.js';
import { MemberFilter, MemberOrder } from './member.inputs.js';
import { type MemberRow } from './member.node.js';
export declare class MemberResolver {
    member(id: string, ctx: RequestContext): Promise<MemberRow | null>;
    members(page: PageArgs, filter: MemberFilter | null, orderBy: MemberOrder | null, ctx: RequestContext): Promise<Page<MemberRow>>;
    nationalId(member: MemberRow, ctx: RequestContext): string;
    phone(member: MemberRow, ctx: RequestContext): string;
    registeredAt(member: MemberRow): Date;
    organization(member: MemberRow, ctx: RequestContext): Promise<OrganizationRow | null> | null;
    memberships(member: MemberRow, page: PageArgs, ctx: RequestContext): Promise<Page<MembershipRow>>;
    applications(member: MemberRow, page: PageArgs, ctx: RequestContext): Promise<Page<MembershipApplicationRow>>;
}
