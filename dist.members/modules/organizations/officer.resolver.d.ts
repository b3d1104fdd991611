import { type Page, type RequestContext } from '../../kernel/index.js';
import type { OfficerRow } from './officer.entity.js';
import { AppointOfficerInput, EndOfficerTermInput, OfficersArgs } from './officer.inputs.js';
import type { OrganizationRow } from './organization.entity.js';
import { AppointOfficerPayload, EndOfficerTermPayload } from './organization.payloads.js';
export declare class OfficerResolver {
    organization(officer: OfficerRow, ctx: RequestContext): Promise<OrganizationRow | null>;
    appointOfficer(input: AppointOfficerInput, ctx: RequestContext): Promise<AppointOfficerPayload>;
    endOfficerTerm(input: EndOfficerTermInput, ctx: RequestContext): Promise<EndOfficerTermPayload>;
}
export declare class OrganizationOfficersResolver {
    officers({ id }: OrganizationRow, { current, ...page }: OfficersArgs, ctx: RequestContext): Promise<Page<OfficerRow>>;
}
