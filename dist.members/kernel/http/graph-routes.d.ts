import type { FastifyInstance } from 'fastify';
import type { Sessions } from '../access/sessions.js';
import type { Graphs } from '../graphql/graphs.js';
/** `POST /graphql`, `GET /graphql` for queries, and `GET /schema.graphql`: each on the graph of the caller's district. */
export declare function registerGraph(app: FastifyInstance, graphs: Graphs, sessions: Sessions): void;
