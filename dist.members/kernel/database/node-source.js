import { sql } from 'kysely';
/** Declares where the rows of a type are and who sees them; loaders, lists, counts and `node(id:)` all start here. */
export function defineNode(entity, visible) {
    const table = entity.meta.tableName;
    const columns = columnsOf(entity);
    const source = {
        table,
        columns,
        visible,
        load: (ctx, id) => ctx.batched(`node:${table}`, async (ids) => {
            const rows = (await source
                .query(ctx)
                .select(columns)
                .where('node.id', '=', sql `any(${ids}::uuid[])`)
                .execute());
            const byId = new Map(rows.map((row) => [row.id, row]));
            return ids.map((key) => byId.get(key) ?? null);
        })(id),
        query: (ctx) => source.restrict(ctx, ctx.sql.selectFrom(`${table} as node`)),
        restrict: (ctx, query) => {
            const condition = visible(ctx);
            if (condition === true)
                return query;
            return query.where(condition === false ? sql `false` : condition);
        },
    };
    return source;
}
/** `node.<column> as <property>` for every property that is a column of the entity. */
function columnsOf(entity) {
    return Object.keys(entity.meta.properties).map((property) => `node.${underscore(property)} as ${property}`);
}
function underscore(property) {
    return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
//# sourceMappingURL=node-source.js.map