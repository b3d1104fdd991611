import { type Page, PageArgs, type RequestContext } from '../../kernel/index.js';
import { type MemberRow } from '../members/index.js';
import { type AuditRecordRow } from './audit-record.type.js';
export declare class MemberHistory {
    history(member: MemberRow, page: PageArgs, ctx: RequestContext): Promise<Page<AuditRecordRow>>;
}
