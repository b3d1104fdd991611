import { type Page, PageArgs, type RequestContext } from '../../kernel/index.js';
import { type AuditRecordRow } from './audit-record.type.js';
export declare class HistoryResolver {
    history(nodeId: string, page: PageArgs, ctx: RequestContext): Promise<Page<AuditRecordRow>>;
}
