import { type RequestContext } from '../../kernel/index.js';
import type { UpdateOrganizationInput } from './organization.inputs.js';
/** A change of a body in local terms. */
export type OrganizationChange = Omit<UpdateOrganizationInput, 'id' | 'expectedVersion'>;
/**
 * Changes the fields that are given. Ending a body ends its officers' terms and its covers on the same day.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, ORGANIZATION_*, all that concern the input at once.
 */
export declare function updateOrganization(ctx: RequestContext, id: string, expectedVersion: number, change: OrganizationChange): Promise<void>;
