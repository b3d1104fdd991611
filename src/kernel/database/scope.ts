import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, type DatabaseConnection } from 'kysely';

/** The district in which the current asynchronous work reads and writes. */
interface DistrictScope {
  readonly districtId: number;
}

const scopes = new AsyncLocalStorage<DistrictScope>();

/** What each pooled connection was last told; a connection that says nothing here has never been told anything. */
const told = new WeakMap<DatabaseConnection, string>();

/** Runs work inside one district: every statement it sends, on whatever connection, sees that district's rows alone. */
export function inDistrict<T>(districtId: number, work: () => T): T {
  return scopes.run({ districtId }, work);
}

/** Leaves any scope: statements see no tenant row at all. */
export function outsideDistricts<T>(work: () => T): T {
  return scopes.exit(work);
}

/**
 * Called for every connection taken from the pool, before it is used. Tells the server the district only when it
 * differs from what this connection was told last, so that a busy connection of one district pays nothing.
 * Without a scope the setting is emptied, and the policies then let no row through.
 */
export async function scopeConnection(connection: unknown): Promise<void> {
  const target = connection as DatabaseConnection;
  const wanted = String(scopes.getStore()?.districtId ?? '');
  if (told.get(target) === wanted) return;
  told.delete(target);
  await target.executeQuery(CompiledQuery.raw(`select set_config('app.district', $1, false)`, [wanted]));
  told.set(target, wanted);
}
