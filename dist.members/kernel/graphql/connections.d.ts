import { type ClassType } from 'type-graphql';
/** Arguments of every list: exactly one of `first` and `last`, 1–100, checked before execution. */
export declare class PageArgs {
    first?: number;
    after?: string;
    last?: number;
    before?: string;
}
export declare class PageInfo {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
}
export interface EdgeOf<Row> {
    readonly cursor: string;
    readonly node: Row;
}
/** One page as services hand it to the graph. `totalCount` is asked only when the query selects it. */
export interface Page<Row> {
    readonly edges: readonly EdgeOf<Row>[];
    readonly nodes: readonly Row[];
    readonly pageInfo: PageInfo;
    readonly totalCount: () => Promise<number>;
}
/** Creates `<Name>Connection` and `<Name>Edge` for a node type. Call once per type, beside the type. */
export declare function connectionOf<Row extends object>(nodeType: () => ClassType<object>, name: string): ClassType<Page<Row>>;
