import { Node } from '../../kernel/index.js';
export declare const OfficerRole: {
    readonly CHAIR: 'CHAIR';
    readonly VICE_CHAIR: 'VICE_CHAIR';
    readonly COMMITTEE_MEMBER: 'COMMITTEE_MEMBER';
    readonly AUDITOR: 'AUDITOR';
    readonly WOMENS_COMMITTEE: 'WOMENS_COMMITTEE';
};
export type OfficerRole = keyof typeof OfficerRole;
export declare class Officer extends Node {
    name: string;
    role: OfficerRole;
    since: string;
    until: string | null;
    version: number;
}
export declare const OfficerConnection: import("type-graphql").ClassType<import("../../kernel/index.js").Page<import("../../kernel/index.js").RowOf<import("@mikro-orm/core").InferEntityFromProperties<{
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
}, undefined, never, never, false, undefined, undefined, false>>>>;
