import { type RequestContext } from '../../kernel/index.js';
/**
 * Hangs a body with everything below it under another parent, from today on. Figures stay with the bodies they belong
 * to, and dates before today keep the old tree.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, ORGANIZATION_ROOT_FIXED, _CYCLE, _ENDED, _LEVEL_ORDER.
 */
export declare function moveOrganization(ctx: RequestContext, id: string, parentId: string, expectedVersion: number): Promise<void>;
