import pg from 'pg';
/** A plain pool for work outside the districts. A lost connection is reported and replaced, never fatal. */
export function openPool(connectionString, max, onLost) {
    const pool = new pg.Pool({ connectionString, max, application_name: 'lianxin-jobs', connectionTimeoutMillis: 2_000 });
    pool.on('error', onLost);
    pool.on('connect', (client) => client.on('error', onLost));
    return pool;
}
//# sourceMappingURL=pool.js.map