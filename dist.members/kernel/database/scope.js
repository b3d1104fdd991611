import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery } from 'kysely';
const scopes = new AsyncLocalStorage();
/** What each pooled connection was last told; a connection that says nothing here has never been told anything. */
const told = new WeakMap();
/** Runs work inside one district: every statement it sends, on whatever connection, sees that district's rows alone. */
export function inDistrict(districtId, work) {
    return scopes.run({ districtId }, work);
}
/** Leaves any scope: statements see no tenant row at all. */
export function outsideDistricts(work) {
    return scopes.exit(work);
}
/**
 * Called for every connection taken from the pool, before it is used. Tells the server the district only when it
 * differs from what this connection was told last, so that a busy connection of one district pays nothing.
 * Without a scope the setting is emptied, and the policies then let no row through.
 */
export async function scopeConnection(connection) {
    const target = connection;
    const wanted = String(scopes.getStore()?.districtId ?? '');
    if (told.get(target) === wanted)
        return;
    told.delete(target);
    await target.executeQuery(CompiledQuery.raw(`select set_config('app.district', $1, false)`, [wanted]));
    told.set(target, wanted);
}
//# sourceMappingURL=scope.js.map