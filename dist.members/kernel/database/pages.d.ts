import type { RequestContext } from '../context.js';
import type { Page } from '../graphql/connections.js';
import { type NodeQuery, type Ordering, type PageRequest } from './keyset.js';
import type { NodeSource } from './node-source.js';
/** A list to be read page by page: visible rows of a node, narrowed by `where`, in a total order. */
export interface ListSpec {
    readonly source: NodeSource;
    readonly ordering: Ordering;
    readonly page: PageRequest;
    readonly where?: (query: NodeQuery) => NodeQuery;
}
/** One page of a list at the root of a query: one statement, and one more when the total is asked for. */
export declare function pageOf<R extends object>(ctx: RequestContext, list: ListSpec): Promise<Page<R>>;
/** A list below each of many parents, for example the members of fifty organizations. */
export interface NestedListSpec extends ListSpec {
    /** Names the list among all loaders of a request; together with page, ordering and variant it must be unique. */
    readonly name: string;
    /** Column of `node` that holds the parent's id, or the condition that ties rows to `parent.id`. */
    readonly link: string | ((query: NodeQuery) => NodeQuery);
    /** Anything else that tells two lists of the same name apart, such as the filter as given. */
    readonly variant?: unknown;
}
/** The page below one parent; all parents of the same tick are read with one lateral statement. */
export declare function nestedPageOf<R extends object>(ctx: RequestContext, parentId: string, list: NestedListSpec): Promise<Page<R>>;
