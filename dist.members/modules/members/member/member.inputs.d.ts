import { EmploymentType, MemberStatus } from './member.type.js';
import { MembershipKind } from '../membership/membership.type.js';
export declare const MemberOrderField: {
    readonly ID: 'ID';
    readonly REGISTERED_AT: 'REGISTERED_AT';
    readonly NAME: 'NAME';
};
export declare const MemberOrderDirection: {
    readonly ASC: 'ASC';
    readonly DESC: 'DESC';
};
export declare class MemberOrder {
    field: keyof typeof MemberOrderField;
    direction: keyof typeof MemberOrderDirection;
}
export declare class MemberFilter {
    status?: MemberStatus | null;
    employmentType?: EmploymentType | null;
    organizationId?: string | null;
    within?: string | null;
}
export declare class OrganizationMemberFilter {
    kind: MembershipKind;
    status?: MemberStatus | null;
}
