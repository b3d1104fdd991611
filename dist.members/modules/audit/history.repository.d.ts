import { type Page, type PageArgs, type RequestContext } from '../../kernel/index.js';
import { type AuditRecordRow } from './audit-record.type.js';
/**
 * The records of one object, newest first; batched over the objects of a list. A row that came by a bulk import
 * carries its batch, and the one record of that batch belongs to its history.
 */
export declare function historyOf(ctx: RequestContext, nodeId: string, page: PageArgs, batchTable?: 'members'): Promise<Page<AuditRecordRow>>;
