import pg from 'pg';

/** The queue would rather wait for a connection than fail: what it cannot write back, it would do again. */
const CONNECT_MS = 30_000;

/** A plain pool for work outside the districts. A lost connection is reported and replaced, never fatal. */
export function openPool(connectionString: string, max: number, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'lianxin-jobs',
    connectionTimeoutMillis: CONNECT_MS,
  });
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
}
