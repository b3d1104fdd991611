import { type Page, PageArgs, type RequestContext } from '../../kernel/index.js';
import { type OrganizationRow } from '../organizations/index.js';
import { OrganizationMemberFilter } from './member/member.inputs.js';
import type { MemberRow } from './member/member.node.js';
export declare class OrganizationMemberFields {
    members(organization: OrganizationRow, page: PageArgs, filter: OrganizationMemberFilter | null, ctx: RequestContext): Promise<Page<MemberRow>>;
}
