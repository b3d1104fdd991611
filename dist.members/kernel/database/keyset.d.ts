import { type SelectQueryBuilder } from 'kysely';
import type { AnyTables } from './node-source.js';
/** Arguments of a list as checked before execution: exactly one of `first` and `last`, 1–100. */
export interface PageRequest {
    readonly first?: number | null;
    readonly after?: string | null;
    readonly last?: number | null;
    readonly before?: string | null;
}
/** A total order of a list, backed by an index: columns all in one direction, the last one unique. */
export interface Ordering {
    /** Stands in the cursor, so that a cursor of another ordering is refused. */
    readonly name: string;
    readonly direction: 'asc' | 'desc';
    readonly columns: readonly {
        readonly sql: string;
        readonly property: string;
    }[];
}
/** Ordering by one column of `node` and then by id. */
export declare function orderingBy(property: string, direction: 'asc' | 'desc', column?: string): Ordering;
export type NodeQuery = SelectQueryBuilder<AnyTables, 'node', object>;
export type Row = Readonly<Record<string, unknown>>;
/** Size of the page and whether it is taken from the end. */
export declare function windowOf(request: PageRequest): {
    readonly size: number;
    readonly backward: boolean;
};
/** Adds bounds, order and limit to a query; one row more than asked tells whether there is more. */
export declare function seek(query: NodeQuery, ordering: Ordering, request: PageRequest): NodeQuery;
/** Opaque cursor: the ordering's name and the row's place in it. */
export declare function writeCursor(ordering: Ordering, row: Row): string;
