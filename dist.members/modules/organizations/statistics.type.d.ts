export declare class OrganizationStatistics {
    asOf: string;
    unions: number;
    coveredUnits: number;
    members: number;
    coveredMembers: number;
    workers: number | null;
    foundingRate: number | null;
    joiningRate: number | null;
}
