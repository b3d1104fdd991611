import { type Ordering, type Page, type PageRequest, type RequestContext } from '../../kernel/index.js';
import { OrganizationEntity, type OrganizationRow } from './organization.entity.js';
import type { OrganizationParentRow } from './tree.entity.js';
/** An organization as a place to act at: what is needed to decide, and whether the caller may. */
export type Place = Pick<OrganizationRow, 'id' | 'type' | 'level' | 'status'> & {
    readonly visible: boolean;
    readonly allowed: boolean;
};
/** Places by id. `lock` keeps the rows as they are until the transaction ends. */
export declare function placesOf(ctx: RequestContext, permission: string, ids: readonly string[], lock?: 'for share' | 'for no key update' | ''): Promise<ReadonlyMap<string, Place>>;
/** The row for a change, locked. Errors: STALE_VERSION. */
export declare function claimOrganization(tx: RequestContext, id: string, expectedVersion: number): Promise<OrganizationEntity>;
/** Officers and covered units of a body that are not over on `day`, for a change. */
export declare function heldBeyond(tx: RequestContext, organizationId: string, day: string): Promise<{
    officers: import("@mikro-orm/core").Loaded<import("@mikro-orm/core").InferEntityFromProperties<{
        readonly id: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, Omit<import("@mikro-orm/core").EmptyOptions, "primary"> & {
            primary: true;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly districtId: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<number, import("@mikro-orm/core").EmptyOptions & {
            defaultRaw: string;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly organizationId: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly memberId: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, Omit<import("@mikro-orm/core").EmptyOptions, "nullable"> & {
            nullable: true;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly name: import("@mikro-orm/core").StringPropertyOptionsBuilder<string, import("@mikro-orm/core").EmptyOptions>;
        readonly role: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<"AUDITOR" | "CHAIR" | "COMMITTEE_MEMBER" | "VICE_CHAIR" | "WOMENS_COMMITTEE", import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly since: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly until: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, Omit<import("@mikro-orm/core").EmptyOptions, "nullable"> & {
            nullable: true;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly synthetic: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<NonNullable<boolean | null | undefined>, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly version: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<number, Omit<import("@mikro-orm/core").EmptyOptions, "version"> & {
            version: true;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
    }, undefined, never, never, false, undefined, undefined, false>, never, never, never>[];
    units: import("@mikro-orm/core").Loaded<import("@mikro-orm/core").InferEntityFromProperties<{
        readonly id: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, Omit<import("@mikro-orm/core").EmptyOptions, "primary"> & {
            primary: true;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly districtId: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<number, import("@mikro-orm/core").EmptyOptions & {
            defaultRaw: string;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly organizationId: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly name: import("@mikro-orm/core").StringPropertyOptionsBuilder<string, import("@mikro-orm/core").EmptyOptions>;
        readonly creditCode: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, Omit<import("@mikro-orm/core").EmptyOptions, "nullable"> & {
            nullable: true;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly since: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly until: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, Omit<import("@mikro-orm/core").EmptyOptions, "nullable"> & {
            nullable: true;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly synthetic: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<NonNullable<boolean | null | undefined>, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
        readonly version: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<number, Omit<import("@mikro-orm/core").EmptyOptions, "version"> & {
            version: true;
        }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
    }, undefined, never, never, false, undefined, undefined, false>, never, never, never>[];
}>;
/** Codes and credit codes that some organization other than `except` has already. */
export declare function takenCodes(ctx: RequestContext, codes: readonly string[], creditCodes: readonly string[], except?: string | null): Promise<{
    codes: ReadonlySet<string>;
    creditCodes: ReadonlySet<string>;
}>;
/** Whether the district has its top body already. */
export declare function hasRoot(ctx: RequestContext): Promise<boolean>;
/** Whether bodies that still exist lie directly below this one. */
export declare function hasChildren(ctx: RequestContext, id: string): Promise<boolean>;
/** Which organizations a list shows; `within` is a local id. */
export interface OrganizationSelection {
    readonly kind?: string | null;
    readonly type?: string | null;
    readonly level?: string | null;
    readonly status?: string | null;
    readonly within?: string | null;
    readonly nameStartsWith?: string | null;
    readonly codes?: readonly string[] | null;
}
export declare function organizationPage(ctx: RequestContext, page: PageRequest, selection: OrganizationSelection, ordering: Ordering): Promise<Page<OrganizationRow>>;
/** The bodies directly below one, by code. */
export declare function childrenPage(ctx: RequestContext, parentId: string, page: PageRequest): Promise<Page<OrganizationRow>>;
/** Which bodies stood above one, oldest first; batched over many bodies. */
export declare function parentHistory(ctx: RequestContext, id: string): Promise<OrganizationParentRow[]>;
