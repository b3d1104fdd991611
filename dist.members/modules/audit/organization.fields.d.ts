import { type Page, PageArgs, type RequestContext } from '../../kernel/index.js';
import { type OrganizationRow } from '../organizations/index.js';
import { type AuditRecordRow } from './audit-record.type.js';
export declare class OrganizationHistory {
    history(organization: OrganizationRow, page: PageArgs, ctx: RequestContext): Promise<Page<AuditRecordRow>>;
}
