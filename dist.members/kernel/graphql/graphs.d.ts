import { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../context.js';
import type { Kernel } from '../kernel.js';
import type { Superset } from './superset.js';
/** One graph: the schema of one set of modules and the server that answers on it. */
export interface Graph {
    readonly schema: GraphQLSchema;
    readonly server: ApolloServer<RequestContext>;
    /** The schema in its definition language, sorted, as `GET /schema.graphql` gives it. */
    readonly sdl: string;
}
/** Graphs by set of modules: districts with the same modules share one, and none is built before it is asked for. */
export declare class Graphs {
    #private;
    readonly superset: Superset;
    readonly kernel: Kernel;
    constructor(superset: Superset, kernel: Kernel);
    /** The graph of a set of modules, built on first use. */
    of(modules: ReadonlySet<string>): Promise<Graph>;
    stop(): Promise<void>;
}
