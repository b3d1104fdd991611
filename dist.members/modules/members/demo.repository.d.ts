import type { RequestContext } from '../../kernel/index.js';
/** A union of the demo that had members on the reported day. */
export interface DemoUnion {
    readonly id: string;
    readonly kind: string;
    readonly type: string;
    readonly foundedOn: string;
}
/** Unions founded by a day, in the order of their codes, which are the same in every run. */
export declare function demoUnions(tx: RequestContext, on: string): Promise<DemoUnion[]>;
export interface DemoMember {
    readonly id: string;
    readonly membershipId: string;
    readonly since: string;
    readonly version: number;
    readonly covered: boolean;
}
/** The oldest member of a union, or one of the next; ties go to the first entered. */
export declare function oldestMember(tx: RequestContext, organizationId: string, skip?: number): Promise<DemoMember | null>;
