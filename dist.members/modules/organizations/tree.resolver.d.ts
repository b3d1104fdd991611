import type { RequestContext } from '../../kernel/index.js';
import type { OrganizationRow } from './organization.entity.js';
import type { OrganizationParentRow } from './tree.entity.js';
export declare class ParentPeriodResolver {
    parent({ parentId }: OrganizationParentRow, ctx: RequestContext): Promise<OrganizationRow | null>;
}
