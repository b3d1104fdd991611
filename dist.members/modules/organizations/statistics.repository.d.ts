import type { RequestContext } from '../../kernel/index.js';
import type { OrganizationStatistics } from './statistics.type.js';
/**
 * Figures of a body's whole subtree on a day: the bodies below it on that day, each with its last folded totals up to
 * the day and its changes not yet folded. One statement, hence one snapshot, for all bodies and days of a request's
 * tick; its cost follows the number of bodies, never of members. `null` where the caller may not see figures.
 */
export declare function statisticsOf(ctx: RequestContext, id: string, asOf: string): Promise<OrganizationStatistics | null>;
