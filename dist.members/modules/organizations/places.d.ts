import { type Expression, type SqlBool } from 'kysely';
import { type NodeSource, Problems, type RequestContext } from '../../kernel/index.js';
import { type OrganizationRow } from './organization.entity.js';
/**
 * Where a permission reaches, for rows with an organization column such as `node.organization_id`: `true` with a
 * district-wide grant, `false` without any, otherwise today's subtrees of the grants and the own organizations of
 * grants that are bound to a person.
 */
export declare function withinScopes(ctx: RequestContext, permission: string, column: string): Expression<SqlBool> | boolean;
/** The row's organization lies today in the subtree of `ancestor`, which is an id or `any(…)`. */
export declare function below(column: string, ancestor: Expression<unknown>): Expression<SqlBool>;
/** {@link withinScopes} as a piece of SQL, for select lists. */
export declare function covered(ctx: RequestContext, permission: string, column: string): Expression<SqlBool>;
/** Where the organizations are and who sees them. */
export declare const organizationNode: NodeSource<OrganizationRow>;
/**
 * Asserts that the caller may do something at an organization.
 * Errors: NOT_FOUND when it is not there or not the caller's to see; FORBIDDEN when the permission does not reach it.
 */
export declare function assertMay(ctx: RequestContext, permission: string, organizationId: string, path?: readonly string[]): Promise<void>;
/** Adds the refusal for a place that is not there, not to be seen or not within reach; false when it did. */
export declare function refuseUnlessMay<Place extends {
    readonly visible: boolean;
    readonly allowed: boolean;
}>(problems: Problems, path: readonly string[], permission: string, place: Place | undefined): place is Place;
