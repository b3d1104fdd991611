import { type FastifyInstance } from 'fastify';
export interface HttpOptions {
    readonly logLevel: string;
    /** Requests to the graph worked on at once; more are turned away with 503 and Retry-After. */
    readonly maxInFlight: number;
}
/** The bare server: structured log with secrets removed, limits, time-outs, request ids, errors in one shape. */
export declare function createHttpServer(options: HttpOptions): FastifyInstance;
