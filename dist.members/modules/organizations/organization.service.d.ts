import { type RequestContext } from '../../kernel/index.js';
import type { CreateOrganizationInput } from './organization.inputs.js';
/** A body to be created, in local terms: the parent by its local id. */
export type NewOrganization = Omit<CreateOrganizationInput, 'parentId'> & {
    readonly parentId: string | null;
    readonly synthetic?: boolean;
};
type Path = readonly string[];
/**
 * Creates bodies below parents that exist, all or none, in a number of statements that does not grow with them.
 * Their place in the tree begins on the founding day, today when there is none yet. Returns their local ids.
 * Errors: NOT_FOUND, FORBIDDEN, ORGANIZATION_*, all of them at once; `at` says where the input of an index stands.
 */
export declare function createOrganizations(ctx: RequestContext, inputs: readonly NewOrganization[], at?: (index: number) => Path): Promise<string[]>;
/** One body, as from the graph. */
export declare function createOrganization(ctx: RequestContext, input: NewOrganization): Promise<string>;
export {};
