import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';
import { prepareRepeated } from './prepared.js';

/** The district in which the current asynchronous work reads and writes. */
interface DistrictScope {
  readonly districtId: number;
}

const scopes = new AsyncLocalStorage<DistrictScope>();

/** What each pooled connection was last told; a connection that says nothing here has never been told anything. */
const told = new WeakMap<PoolClient, string>();

/** Runs work inside one district: every statement it sends, on whatever connection, sees that district's rows alone. */
export function inDistrict<T>(districtId: number, work: () => T): T {
  return scopes.run({ districtId }, work);
}

/** Leaves any scope: statements see no tenant row at all. */
export function outsideDistricts<T>(work: () => T): T {
  return scopes.exit(work);
}

/**
 * Makes a pool hand out connections that stand in the caller's district. A connection that cannot be told is destroyed:
 * told by the query builder's own hook instead, it would never come back to the pool (kysely's acquireConnection).
 */
export function scopePool(pool: Pool): void {
  pool.on('connect', prepareRepeated);
  const take = pool.connect.bind(pool) as () => Promise<PoolClient>;
  const connect = async (): Promise<PoolClient> => {
    const client = await take();
    try {
      await tell(client);
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  };
  type Taken = (error?: Error, client?: PoolClient, release?: PoolClient['release']) => void;
  pool.connect = ((taken?: Taken) =>
    taken
      ? void connect().then((client) => taken(undefined, client, client.release), taken)
      : connect()) as Pool['connect'];
}

/**
 * Tells the server the district only when it differs from what this connection was told last, so that a busy
 * connection of one district pays nothing. Without a scope the setting is emptied, and the policies then let no row
 * through.
 */
async function tell(client: PoolClient): Promise<void> {
  const wanted = String(scopes.getStore()?.districtId ?? '');
  if (told.get(client) === wanted) return;
  told.delete(client);
  await client.query(`select set_config('app.district', $1, false)`, [wanted]);
  told.set(client, wanted);
}
