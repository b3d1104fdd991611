import { type Principal, type RequestContext } from '../../kernel/index.js';
import { District } from '../districts/index.js';
import { type MemberRow } from '../members/index.js';
import { type OrganizationRow } from '../organizations/index.js';
import { Viewer, ViewerRole } from './viewer.type.js';
type ViewerRow = Viewer & {
    readonly principal: Principal;
};
export declare class ViewerResolver {
    viewer(ctx: RequestContext): ViewerRow | null;
    district(ctx: RequestContext): Promise<District | null>;
    roles(viewer: ViewerRow, ctx: RequestContext): ViewerRole[];
    organizations(viewer: ViewerRow, ctx: RequestContext): Promise<OrganizationRow[]>;
    member(viewer: ViewerRow, ctx: RequestContext): Promise<MemberRow | null>;
    can(permission: string, on: string | null, viewer: ViewerRow, ctx: RequestContext): Promise<boolean>;
}
export {};
