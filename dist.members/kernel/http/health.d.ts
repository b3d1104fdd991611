import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
/**
 * `GET /livez`: the process answers; never asks the database. `GET /readyz`: 200 while requests are welcome, 503 while
 * the database does not answer or the process is shutting down.
 */
export declare function registerHealth(app: FastifyInstance, pool: Pool, isClosing: () => boolean): void;
