import { type Page, type RequestContext } from '../../kernel/index.js';
import type { OrganizationRow } from './organization.entity.js';
import { CoverUnitPayload, EndUnitCoverPayload } from './organization.payloads.js';
import type { CoveredUnitRow } from './unit.entity.js';
import { CoveredUnitsArgs, CoverUnitInput, EndUnitCoverInput } from './unit.type.js';
export declare class CoveredUnitResolver {
    organization(unit: CoveredUnitRow, ctx: RequestContext): Promise<OrganizationRow | null>;
    coverUnit(input: CoverUnitInput, ctx: RequestContext): Promise<CoverUnitPayload>;
    endUnitCover(input: EndUnitCoverInput, ctx: RequestContext): Promise<EndUnitCoverPayload>;
}
export declare class OrganizationUnitsResolver {
    coveredUnits({ id }: OrganizationRow, { current, ...page }: CoveredUnitsArgs, ctx: RequestContext): Promise<Page<CoveredUnitRow>>;
}
