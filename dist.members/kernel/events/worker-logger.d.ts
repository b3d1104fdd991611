import type { FastifyBaseLogger } from 'fastify';
import { Logger } from 'graphile-worker';
/** Lets the job runner speak through the product's structured log; payloads are left out. */
export declare function workerLogger(log: FastifyBaseLogger): Logger;
