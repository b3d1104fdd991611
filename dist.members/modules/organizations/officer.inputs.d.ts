import { PageArgs } from '../../kernel/index.js';
import { OfficerRole } from './officer.type.js';
export declare class OfficersArgs extends PageArgs {
    current?: boolean | null;
}
export declare class AppointOfficerInput {
    organizationId: string;
    memberId?: string | null;
    name: string;
    role: OfficerRole;
    since: string;
    until?: string | null;
}
export declare class EndOfficerTermInput {
    id: string;
    expectedVersion: number;
    until: string;
}
