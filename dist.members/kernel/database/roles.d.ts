import type pg from 'pg';
import { type DatabaseUrls } from './connections.js';
/**
 * Creates the two roles the product runs under and the schema of the job queue, or brings them up to date.
 * Needs an owner that may create roles. Safe to repeat.
 */
export declare function prepareRoles(client: pg.Client, urls: DatabaseUrls): Promise<void>;
/** Brings the tables of the job queue up to date and opens the one door through which a tenant transaction may queue. */
export declare function prepareQueue(client: pg.Client, urls: DatabaseUrls): Promise<void>;
