import { type Page, PageArgs, type RequestContext } from '../../kernel/index.js';
import type { OrganizationRow } from './organization.entity.js';
import { OrganizationFilter, OrganizationOrder } from './organization.inputs.js';
import { OrganizationStatistics } from './statistics.type.js';
import type { OrganizationParentRow } from './tree.entity.js';
export declare class OrganizationResolver {
    organization(id: string, ctx: RequestContext): Promise<OrganizationRow | null>;
    organizations(page: PageArgs, filter: OrganizationFilter | null, orderBy: OrganizationOrder | null, ctx: RequestContext): Promise<Page<OrganizationRow>>;
    parent({ parentId }: OrganizationRow, ctx: RequestContext): Promise<OrganizationRow | null> | null;
    parentHistory({ id }: OrganizationRow, ctx: RequestContext): Promise<OrganizationParentRow[]>;
    children({ id }: OrganizationRow, page: PageArgs, ctx: RequestContext): Promise<Page<OrganizationRow>>;
    statistics({ id }: OrganizationRow, asOf: string | null, ctx: RequestContext): Promise<OrganizationStatistics | null>;
}
