import { sql } from 'kysely';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
/** Ordering by one column of `node` and then by id. */
export function orderingBy(property, direction, column = property) {
    const columns = [
        { sql: `node.${column}`, property },
        { sql: 'node.id', property: 'id' },
    ];
    return { name: `${property}:${direction}`, direction, columns: property === 'id' ? columns.slice(1) : columns };
}
/** Size of the page and whether it is taken from the end. */
export function windowOf(request) {
    return { size: (request.first ?? request.last), backward: request.last != null };
}
/** Adds bounds, order and limit to a query; one row more than asked tells whether there is more. */
export function seek(query, ordering, request) {
    const { size, backward } = windowOf(request);
    const ascending = (ordering.direction === 'asc') !== backward;
    let bounded = query;
    if (request.after != null)
        bounded = bounded.where(beyond(ordering, request.after, ordering.direction === 'asc'));
    if (request.before != null)
        bounded = bounded.where(beyond(ordering, request.before, ordering.direction !== 'asc'));
    for (const { sql: column } of ordering.columns)
        bounded = bounded.orderBy(sql.ref(column), ascending ? 'asc' : 'desc');
    return bounded.limit(size + 1);
}
function beyond(ordering, cursor, greater) {
    const columns = sql.join(ordering.columns.map(({ sql: column }) => sql.ref(column)));
    const values = sql.join(readCursor(ordering, cursor).map((value) => sql.val(value)));
    return sql `(${columns}) ${sql.raw(greater ? '>' : '<')} (${values})`;
}
/** Opaque cursor: the ordering's name and the row's place in it. */
export function writeCursor(ordering, row) {
    const place = [ordering.name, ...ordering.columns.map(({ property }) => row[property])];
    return Buffer.from(JSON.stringify(place)).toString('base64url');
}
function readCursor(ordering, cursor) {
    try {
        const [name, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
        const scalar = values.every((value) => ['string', 'number', 'boolean'].includes(typeof value));
        if (name === ordering.name && values.length === ordering.columns.length && scalar)
            return values;
    }
    catch {
        // Not even JSON: the same answer as for any other cursor that is not ours.
    }
    throw refuse(kernelErrors.INVALID_CURSOR);
}
//# sourceMappingURL=keyset.js.map