import { type NodeSource, type Page, type PageRequest, type RequestContext } from '../../kernel/index.js';
import { CoveredUnitEntity, type CoveredUnitRow } from './unit.entity.js';
/** Covered units are seen by whoever sees the union that covers them. */
export declare const coveredUnitNode: NodeSource<CoveredUnitRow>;
/** Units of a union by name; `current` narrows to those covered today, or not. */
export declare function coveredUnitsPage(ctx: RequestContext, organizationId: string, page: PageRequest, current: boolean | null): Promise<Page<CoveredUnitRow>>;
export declare function findCoveredUnit(tx: RequestContext, id: string): Promise<CoveredUnitEntity | null>;
/** `<organization> <credit code>` of the covers in force that have one of these codes at one of these unions. */
export declare function coversInForce(tx: RequestContext, organizationIds: readonly string[], creditCodes: readonly string[]): Promise<Set<string>>;
