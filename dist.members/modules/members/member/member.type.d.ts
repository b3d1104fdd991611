import { Node } from '../../../kernel/index.js';
export declare const Gender: {
    readonly MALE: 'MALE';
    readonly FEMALE: 'FEMALE';
};
export declare const EmploymentType: {
    readonly REGULAR: 'REGULAR';
    readonly DISPATCHED: 'DISPATCHED';
    readonly NON_REGULAR: 'NON_REGULAR';
    readonly SELF_EMPLOYED: 'SELF_EMPLOYED';
};
export declare const JoinedVia: {
    readonly EMPLOYER: 'EMPLOYER';
    readonly ONLINE: 'ONLINE';
    readonly COLLECTIVE: 'COLLECTIVE';
    readonly OUTSIDE_FIRST: 'OUTSIDE_FIRST';
};
export declare const MemberStatus: {
    readonly APPLIED: 'APPLIED';
    readonly ACTIVE: 'ACTIVE';
    readonly SUSPENDED: 'SUSPENDED';
    readonly TRANSFERRED: 'TRANSFERRED';
    readonly LEFT: 'LEFT';
    readonly RETIRED: 'RETIRED';
    readonly DECEASED: 'DECEASED';
};
export type Gender = keyof typeof Gender;
export type EmploymentType = keyof typeof EmploymentType;
export type JoinedVia = keyof typeof JoinedVia;
export type MemberStatus = keyof typeof MemberStatus;
export declare class Member extends Node {
    name: string;
    gender: string;
    birthDate: string;
    employmentType: string;
    occupation: string;
    joinedVia: string;
    status: string;
    synthetic: boolean;
    version: number;
}
export declare const MemberConnection: import("type-graphql").ClassType<import("../../../kernel/index.js").Page<object>>;
