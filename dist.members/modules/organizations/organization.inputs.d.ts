import { BankAccount, JointUnionKind, OrganizationKind, OrganizationLevel, OrganizationStatus, OrganizationType } from './organization.enums.js';
export declare class CreateOrganizationInput {
    parentId?: string | null;
    code: string;
    name: string;
    kind: OrganizationKind;
    jointUnionKind?: JointUnionKind | null;
    type?: OrganizationType | null;
    level?: OrganizationLevel | null;
    status?: OrganizationStatus | null;
    creditCode?: string | null;
    legalPerson?: boolean | null;
    registered?: boolean | null;
    address?: string | null;
    bankAccount?: BankAccount | null;
    foundedOn?: string | null;
}
export declare class UpdateOrganizationInput {
    id: string;
    expectedVersion: number;
    name?: string | null;
    jointUnionKind?: JointUnionKind | null;
    status?: OrganizationStatus | null;
    creditCode?: string | null;
    legalPerson?: boolean | null;
    registered?: boolean | null;
    address?: string | null;
    bankAccount?: BankAccount | null;
    foundedOn?: string | null;
    endedOn?: string | null;
}
export declare class MoveOrganizationInput {
    id: string;
    parentId: string;
    expectedVersion: number;
}
export declare class OrganizationFilter {
    kind?: OrganizationKind | null;
    type?: OrganizationType | null;
    level?: OrganizationLevel | null;
    status?: OrganizationStatus | null;
    within?: string | null;
    nameStartsWith?: string | null;
    codes?: string[] | null;
}
export declare const OrganizationOrderField: {
    readonly CODE: 'CODE';
    readonly NAME: 'NAME';
};
export declare const OrganizationOrderDirection: {
    readonly ASC: 'ASC';
    readonly DESC: 'DESC';
};
export declare class OrganizationOrder {
    field: keyof typeof OrganizationOrderField;
    direction?: keyof typeof OrganizationOrderDirection | null;
}
