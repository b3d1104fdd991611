import { type NodeSource, type Page, type PageRequest, type RequestContext } from '../../kernel/index.js';
import { OfficerEntity, type OfficerRow } from './officer.entity.js';
/** Officers are seen by whoever sees their organization. */
export declare const officerNode: NodeSource<OfficerRow>;
/** Officers of a body by the beginning of their terms; `current` narrows to those in office today, or not. */
export declare function officersPage(ctx: RequestContext, organizationId: string, page: PageRequest, current: boolean | null): Promise<Page<OfficerRow>>;
export declare function findOfficer(tx: RequestContext, id: string): Promise<OfficerEntity | null>;
/** Terms of chairs that some bodies have or have had. */
export declare function chairsOf(tx: RequestContext, organizationIds: readonly string[]): Promise<{
    organizationId: string;
    since: string;
    until: string | null;
}[]>;
