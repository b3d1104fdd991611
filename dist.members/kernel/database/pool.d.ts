import pg from 'pg';
/** A plain pool for work outside the districts. A lost connection is reported and replaced, never fatal. */
export declare function openPool(connectionString: string, max: number, onLost: (error: Error) => void): pg.Pool;
