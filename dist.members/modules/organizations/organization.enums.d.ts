/** Kinds of union bodies, domain.md section 1. */
export declare const OrganizationKind: {
    readonly FEDERATION: 'FEDERATION';
    readonly INDUSTRIAL_UNION: 'INDUSTRIAL_UNION';
    readonly JOINT_UNION: 'JOINT_UNION';
    readonly ENTERPRISE_UNION: 'ENTERPRISE_UNION';
    readonly FELLOWSHIP: 'FELLOWSHIP';
};
export type OrganizationKind = keyof typeof OrganizationKind;
/** What a joint union gathers, domain.md section 1. */
export declare const JointUnionKind: {
    readonly REGIONAL: 'REGIONAL';
    readonly INDUSTRY: 'INDUSTRY';
    readonly PARK: 'PARK';
    readonly BUILDING: 'BUILDING';
    readonly STREET_SHOP: 'STREET_SHOP';
    readonly COMPOUND: 'COMPOUND';
    readonly LODGING_PLACE: 'LODGING_PLACE';
    readonly GRID: 'GRID';
    readonly PROJECT_SITE: 'PROJECT_SITE';
    readonly FARM_COOPERATIVE: 'FARM_COOPERATIVE';
};
export type JointUnionKind = keyof typeof JointUnionKind;
/** The four types (四型), from the top of the tree down. Source: domain.md section 1, [003]. */
export declare const OrganizationType: {
    readonly COORDINATING: 'COORDINATING';
    readonly HUB: 'HUB';
    readonly PORT: 'PORT';
    readonly SERVICE: 'SERVICE';
};
export type OrganizationType = keyof typeof OrganizationType;
/** Levels from the top of the tree down. */
export declare const OrganizationLevel: {
    readonly DISTRICT: 'DISTRICT';
    readonly SUBDISTRICT: 'SUBDISTRICT';
    readonly GRASSROOTS: 'GRASSROOTS';
};
export type OrganizationLevel = keyof typeof OrganizationLevel;
/** Lifecycle, domain.md section 2. */
export declare const OrganizationStatus: {
    readonly APPLIED: 'APPLIED';
    readonly PREPARING: 'PREPARING';
    readonly FOUNDED: 'FOUNDED';
    readonly RE_ELECTION_DUE: 'RE_ELECTION_DUE';
    readonly DISSOLVED: 'DISSOLVED';
    readonly MERGED: 'MERGED';
};
export type OrganizationStatus = keyof typeof OrganizationStatus;
/** How the body keeps its money. */
export declare const BankAccount: {
    readonly OWN: 'OWN';
    readonly ENTRUSTED: 'ENTRUSTED';
};
export type BankAccount = keyof typeof BankAccount;
