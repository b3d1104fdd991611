import type { RequestContext } from '../context.js';
/** Relay's interface of everything that has an id of its own. */
export declare abstract class Node {
    id: string;
}
/** A row on its way through an abstract type: it says what it is. */
type TypedRow = object & {
    readonly __typename: string;
};
export declare class NodeResolver {
    node(id: string, ctx: RequestContext): Promise<TypedRow | null>;
    nodes(ids: string[], ctx: RequestContext): Promise<(TypedRow | null)[]>;
}
export {};
